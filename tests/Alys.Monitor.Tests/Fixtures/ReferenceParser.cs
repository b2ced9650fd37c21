using System.Diagnostics;
using System.Text.Json;
using Alys.Metrics.Tests.Generated;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>
/// The reference parser of OpenMetrics, which is strict: the one of Prometheus' Python client, out of Debian's package.
/// It needs a Python 3, which Debian's npm brings along.
/// </summary>
internal static class ReferenceParser
{
    // Numbers are written as the bits of their doubles, so nothing is lost on the way here.
    private const string Script =
        """
        import io, json, struct, sys
        from prometheus_client.openmetrics.parser import text_fd_to_metric_families
        page = io.StringIO(sys.stdin.buffer.read().decode("utf-8"), newline="\n")
        bits = lambda value: struct.unpack("<q", struct.pack("<d", value))[0]
        for family in text_fd_to_metric_families(page):
            samples = [[s.name, list(s.labels.items()), bits(s.value)] for s in family.samples]
            print(json.dumps([family.name, family.type, family.documentation, samples]))
        """;

    /// <summary>Why it cannot run here; null when it can.</summary>
    internal static string? Missing { get; } = Executables.Find("python3") is not null ? null
        : "The reference parser is in Python: install python3 to run this test.";

    /// <summary>The families of a page, each with its samples; fails with what the parser says of a page that it does
    /// not take.</summary>
    internal static async Task<List<(ExpectedFamily Family, List<ExpectedSample> Samples)>> ReadAsync(byte[] page)
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string root = await new DebianPackage(home.Home, _ => { })
            .EnsureAsync("python3-prometheus-client", [], cancellation);
        ProcessStartInfo start = new(Executables.Find("python3")!, ["-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONPATH"] = Path.Combine(root, "usr/lib/python3/dist-packages");
        using Process python = Process.Start(start)!;
        Task<string> errors = python.StandardError.ReadToEndAsync(cancellation);
        Task<string> output = python.StandardOutput.ReadToEndAsync(cancellation);
        await python.StandardInput.BaseStream.WriteAsync(page, cancellation);
        python.StandardInput.Close();
        await python.WaitForExitAsync(cancellation);
        Assert.True(python.ExitCode == 0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Family)];
    }

    private static (ExpectedFamily Family, List<ExpectedSample> Samples) Family(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement family = json.RootElement;
        List<ExpectedSample> samples = [.. family[3].EnumerateArray().Select(Sample)];
        return (new(family[0].GetString()!, family[1].GetString()!, family[2].GetString()!), samples);
    }

    private static ExpectedSample Sample(JsonElement sample) => new(
        sample[0].GetString()!,
        [.. sample[1].EnumerateArray().Select(label => (label[0].GetString()!, label[1].GetString()!))],
        BitConverter.Int64BitsToDouble(sample[2].GetInt64()));
}
