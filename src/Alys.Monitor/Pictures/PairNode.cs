using System.Globalization;
using System.Net;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Pictures;

/// <summary>One node of the pair, as it is started.</summary>
/// <param name="Mode"><c>v1</c> or <c>v2</c>, which also names its process and its folder.</param>
/// <param name="Page">Where it serves <c>/metrics</c>, <c>/health</c> and <c>/ready</c>.</param>
/// <param name="Rpc">Where it serves its JSON-RPC and its faults.</param>
/// <param name="Arguments">What else it is told.</param>
internal sealed record PairNode(string Mode, IPEndPoint Page, IPEndPoint Rpc, IReadOnlyList<string> Arguments)
{
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    /// <summary>The name of its process, its log and its folder.</summary>
    public string Name => "node-" + Mode;

    /// <summary>Starts it in a folder that is empty and waits until it answers; from then on, it is started again when
    /// it ends.</summary>
    /// <exception cref="StackException">It ended, or it was not ready in a minute: with the end of its log.</exception>
    public async Task<SupervisedProcess> StartAsync(
        DevNodeProgram program, Surroundings surroundings, CancellationToken stop)
    {
        (AlysHome home, _, TimeProvider clock) = surroundings;
        string folder = Path.Combine(home.Run, Name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        string[] arguments = [.. program.FirstArguments, .. OwnArguments(folder)];
        using HttpClient http = Loopback.Client();
        // Its pages come first, its JSON-RPC when it is whole.
        Uri[] urls = [new($"http://{Page}/health"), new($"http://{Rpc}/faults")];
        return await SupervisedProcess.StartAsync(
            again => ChildProcess.Start(Name, program.Program, arguments, home, clock, again),
            async token =>
                await Loopback.AnswersAsync(http, urls[0], token) && await Loopback.AnswersAsync(http, urls[1], token),
            ReadyDeadline,
            surroundings.Line.Write,
            clock,
            stop);
    }

    private IEnumerable<string> OwnArguments(string folder) =>
    [
        "--mode", Mode,
        "--metrics-port", Page.Port.ToString(CultureInfo.InvariantCulture),
        "--rpc-port", Rpc.Port.ToString(CultureInfo.InvariantCulture),
        "--data-dir", folder,
        .. Arguments,
    ];
}
