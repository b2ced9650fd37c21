using System.Globalization;
using System.Net;
using Alys.Monitor.Faults;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>A development node on a stage.</summary>
internal sealed class StagedNode : IAsyncDisposable
{
    private static readonly TimeSpan LongestFault = TimeSpan.FromHours(1);

    // Some faults make a node slow, and it must still be possible to end them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = Loopback.Client(Patience);
    private readonly NodeFaults _faults;

    /// <summary>Prepares it; nothing is started.</summary>
    /// <param name="node">What it is.</param>
    /// <param name="program">What is run.</param>
    /// <param name="arguments">What all nodes of the stage are told.</param>
    /// <param name="page">Where it serves its metrics.</param>
    /// <param name="rpc">Where it serves its JSON-RPC and its faults.</param>
    /// <param name="home">Where its data and its log are.</param>
    /// <param name="clock">For deadlines.</param>
    public StagedNode(
        SceneNode node, DevNodeProgram program, IEnumerable<string> arguments, IPEndPoint page, IPEndPoint rpc,
        AlysHome home, TimeProvider clock)
    {
        (Spec, Page, Rpc) = (node, page, rpc);
        Folder = Path.Combine(home.Run, "data-" + node.Name);
        _faults = new NodeFaults(_http, new Uri($"http://{rpc}"));
        string[] command =
        [
            .. node.MostFiles is { } most
                ? (string[])["/bin/sh", "-c", $"ulimit -n {Text(most)} && exec \"$@\"", "sh"] : [],
            program.Program, .. program.FirstArguments,
            "--metrics-port", Text(page.Port), "--rpc-port", Text(rpc.Port), "--data-dir", Folder,
            .. arguments, .. node.Arguments,
        ];
        Uri[] urls = [new($"http://{page}/health"), new($"http://{rpc}/faults")];
        Process = new StagedProcess(
            again => ChildProcess.Start("node-" + node.Name, command[0], command[1..], home, clock, again),
            async token => await Loopback.AnswersAsync(_http, urls[0], token)
                && await Loopback.AnswersAsync(_http, urls[1], token));
    }

    /// <summary>What it is.</summary>
    public SceneNode Spec { get; }

    /// <summary>Where its metrics are.</summary>
    public IPEndPoint Page { get; }

    /// <summary>Where its JSON-RPC is.</summary>
    public IPEndPoint Rpc { get; }

    /// <summary>Where its data is.</summary>
    public string Folder { get; }

    /// <summary>The process.</summary>
    public StagedProcess Process { get; }

    /// <summary>Begins a fault.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public async Task BeginAsync(string fault, CancellationToken cancellation) =>
        _ = await _faults.StartAsync(fault, LongestFault, cancellation)
            ?? throw new UsageException($"the node {Spec.Name} has no fault '{fault}'");

    /// <summary>Ends a fault.</summary>
    public Task EndAsync(string fault) => _faults.StopAsync(fault, CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _http.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
