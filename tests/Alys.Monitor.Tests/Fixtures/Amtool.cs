using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Alertmanager's own tool.</summary>
internal static class Amtool
{
    /// <summary>What it writes; fails when it fails.</summary>
    internal static async Task<string> RunAsync(TemporaryHome home, params string[] arguments)
    {
        (int code, string output, string errors) = await TryAsync(home, arguments);
        Assert.True(code == 0, errors);
        return output;
    }

    /// <summary>Its exit code, what it writes, and what it says on standard error.</summary>
    internal static async Task<(int Code, string Output, string Errors)> TryAsync(
        TemporaryHome home, params string[] arguments)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        AlertmanagerPackage package = await AlertmanagerPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        List<string> lines = [];
        (int code, string errors) =
            await ToolRun.RunAsync(package.Amtool, arguments, home.Root, lines.Add, cancellation);
        return (code, string.Join("\n", lines).Trim(), errors);
    }
}
