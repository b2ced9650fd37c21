using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Prometheus' own tool.</summary>
internal static class Promtool
{
    /// <summary>Its exit code and all that it says.</summary>
    /// <param name="folder">Where the paths in the arguments begin.</param>
    /// <param name="arguments">What it is asked.</param>
    internal static async Task<(int Code, string Said)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        List<string> said = [];
        (int code, string errors) =
            await ToolRun.RunAsync(package.Promtool, arguments, folder, said.Add, cancellation);
        return (code, string.Join('\n', [.. said, errors]));
    }
}
