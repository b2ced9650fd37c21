using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A real program that a test stops and starts again on the same data.</summary>
internal sealed class StoppablePart : IAsyncDisposable
{
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);

    private readonly Func<bool, ChildProcess> _start;
    private readonly Uri _ready;
    private readonly HttpClient _http = Loopback.Client(Eventually.Patience);
    private ChildProcess? _process;

    private StoppablePart(Func<bool, ChildProcess> start, Uri ready) => (_start, _ready) = (start, ready);

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="home">Where its log is.</param>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">What it is started with, each time.</param>
    /// <param name="ready">Where it answers when it is ready.</param>
    internal static async Task<StoppablePart> StartAsync(
        TemporaryHome home, string program, IEnumerable<string> arguments, Uri ready)
    {
        string[] each = [.. arguments];
        StoppablePart part = new(
            again => ChildProcess.Start(
                Path.GetFileName(program), program, each, home.Home, TimeProvider.System, again),
            ready);
        await part.StartAsync(again: false);
        return part;
    }

    /// <summary>Ends it, and waits until it has.</summary>
    /// <param name="at">What is done once it has ended, and before it is started again.</param>
    /// <param name="kill">Whether it has no chance to tidy up.</param>
    internal async Task RestartAsync(bool kill, Func<Task> at)
    {
        if (kill)
            UnixSignal.Kill(_process!.Pid);
        await _process!.DisposeAsync();
        await at();
        await StartAsync(again: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _process!.DisposeAsync();
        _http.Dispose();
    }

    private async Task StartAsync(bool again)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        _process = _start(again);
        await _process.ReadyOrStoppedAsync(
            token => Loopback.AnswersAsync(_http, _ready, token), ReadyDeadline, cancellation);
    }
}
