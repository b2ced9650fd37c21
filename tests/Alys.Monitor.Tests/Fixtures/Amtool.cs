using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Alertmanager's own tool.</summary>
internal static class Amtool
{
    /// <summary>What it writes; fails when it fails.</summary>
    internal static async Task<string> RunAsync(TemporaryHome home, params string[] arguments)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        AlertmanagerPackage package = await AlertmanagerPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        List<string> lines = [];
        (int code, string errors) =
            await ToolRun.RunAsync(package.Amtool, arguments, home.Root, lines.Add, cancellation);
        Assert.True(code == 0, errors);
        return string.Join("\n", lines).Trim();
    }
}
