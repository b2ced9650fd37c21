using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Alys.Metrics.Tests;

/// <summary>
/// The machine code of the hot path, as the runtime prints it of a program that runs each operation until its code is
/// optimised: no instruction synchronises with other threads, and nothing is allocated.
/// </summary>
public sealed partial class MachineCodeTests
{
    private const string Program = "Alys.Metrics.Bench";

    /// <summary>What an operation is made of: the method it is inlined into, and what that calls on its usual
    /// way.</summary>
    private static readonly string[] Operations =
    [
        "HotPath:CounterAdd", "HotPath:UpDownCounterAdd", "HotPath:GaugeSet", "HotPath:HistogramObserve",
        "HotPath:EnumCounterAdd", "HotPath:EnumCounterIncrement", "HotPath:TextCounterAdd", "TextHash:Of",
        "ChildTable`1[System.__Canon]:FindNode",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_hot_path_has_no_interlocked_instruction_and_allocates_nothing()
    {
        Assert.SkipUnless(
            RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64,
            "Only the instructions of x64 and Arm64 are known here.");
        Dictionary<string, string> code = Optimised(await ListingAsync());

        Assert.All(Operations, operation =>
        {
            string listing = code.SingleOrDefault(method => method.Key.Contains(operation + '(')).Value ?? "";
            Assert.True(Store().IsMatch(listing), $"There is no code of {operation}: {string.Join(", ", code.Keys)}");
            Assert.False(Synchronised().IsMatch(listing), listing);
            Assert.False(Allocation().IsMatch(listing), listing);
        });
    }

    [Theory]
    [InlineData("       lock     add qword ptr [rdi], rsi")]
    [InlineData("       lock")]
    [InlineData("       xchg     qword ptr [rax], rdx")]
    [InlineData("            ldaddal x1, x2, [x0]")]
    [InlineData("            dmb     ish")]
    public void An_instruction_that_synchronises_is_found(string line) => Assert.Matches(Synchronised(), line);

    [Theory]
    [InlineData("; 2 inlinees with lock inside")]
    [InlineData("       mov      qword ptr [rdi], rsi")]
    [InlineData("       call     [Alys.Metrics.Counter:AddRarely(nuint,long):this]")]
    public void Others_are_not(string line) => Assert.DoesNotMatch(Synchronised(), line);

    /// <summary>What the runtime wrote about the methods.</summary>
    private static async Task<string> ListingAsync()
    {
        string program = Path.Combine(
            AppContext.BaseDirectory, "..", "..", Program, Path.GetFileName(
                Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), $"{Program}.dll");
        string listing = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [program, "hot-path"]) { RedirectStandardOutput = true };
            start.Environment["DOTNET_JitDisasm"] = "*HotPath:* *TextHash:Of *ChildTable*:FindNode";
            start.Environment["DOTNET_JitStdOutFile"] = listing;
            // Optimised code is made at once, not when the program pauses: on one processor a busy one never does.
            start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
            using Process process = Process.Start(start)!;
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(
                TestContext.Current.CancellationToken);
            deadline.CancelAfter(Patience);
            string said = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            Assert.True(process.ExitCode == 0, said);
            return await File.ReadAllTextAsync(listing, deadline.Token);
        }
        finally
        {
            File.Delete(listing);
        }
    }

    /// <summary>The newest code of the best tier, by the method's name.</summary>
    private static Dictionary<string, string> Optimised(string listing)
    {
        var code = new Dictionary<string, string>();
        foreach (string section in listing.Split("; Assembly listing for method ").Skip(1))
        {
            string title = section[..section.IndexOf('\n', StringComparison.Ordinal)];
            if (title.Contains("(Tier1)", StringComparison.Ordinal)) code[title] = section;
        }

        return code;
    }

    [GeneratedRegex(@"^\s+(inc|add|mov|vmovsd|str|stp|movzx)\b", RegexOptions.Multiline)]
    private static partial Regex Store();

    // x64: a lock prefix, xchg with memory (which locks by itself), fences. Arm64: atomics, exclusives, barriers.
    [GeneratedRegex(
        @"^\s+(lock\b|xchg\s.*\[|[lms]fence\b|ldadd|ldset|ldclr|ldeor|swp|cas|ldaxr|ldxr|stlxr|stxr|dmb|dsb)",
        RegexOptions.Multiline)]
    private static partial Regex Synchronised();

    [GeneratedRegex(@"^\s+(call|bl|blr)\s.*(HELP_NEW|HELP_BOX|AllocateNew)", RegexOptions.Multiline)]
    private static partial Regex Allocation();
}
