using System.Globalization;
using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>A running EVM node of ours, for a first look and for tests: one block a second, ten funded
/// accounts.</summary>
internal static class AnvilNode
{
    private const string Name = "anvil";
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(30);

    /// <summary>Starts anvil and waits until it answers.</summary>
    /// <exception cref="StackException">It ended, or it was not ready in 30 s: with the end of its log.</exception>
    public static async Task<ChildProcess> StartAsync(
        string program, AlysHome home, IPEndPoint listen, TimeProvider clock, CancellationToken cancellation)
    {
        // It is meant to run for days: it logs nothing a block, and keeps the newest states and blocks only.
        string[] arguments =
        [
            "--host", listen.Address.ToString(), "--port", listen.Port.ToString(CultureInfo.InvariantCulture),
            "--block-time", "1", "--quiet", "--prune-history", "256", "--transaction-block-keeper", "4096",
        ];
        ChildProcess child = ChildProcess.Start(Name, program, arguments, home, clock);
        using HttpClient http = Loopback.Client();
        Uri url = new($"http://{listen}");
        return await child.ReadyOrStoppedAsync(
            token => Loopback.AnswersAsync(http, url, token), ReadyDeadline, cancellation);
    }
}
