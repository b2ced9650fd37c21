using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Alertmanager's own tool.</summary>
internal static class Amtool
{
    /// <summary>What it writes; fails when it fails.</summary>
    internal static async Task<string> RunAsync(TemporaryHome home, params string[] arguments)
    {
        (int code, string said) = await TryAsync(home, arguments);
        Assert.True(code == 0, said);
        return said;
    }

    /// <summary>Its exit code and all that it says.</summary>
    internal static async Task<(int Code, string Said)> TryAsync(TemporaryHome home, params string[] arguments)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        AlertmanagerPackage package = await AlertmanagerPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        List<string> lines = [];
        (int code, string errors) =
            await ToolRun.RunAsync(package.Amtool, arguments, home.Root, lines.Add, cancellation);
        return (code, string.Join('\n', [.. lines, errors]).Trim());
    }
}
