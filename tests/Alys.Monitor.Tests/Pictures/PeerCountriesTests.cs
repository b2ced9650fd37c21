using Alys.Monitor.Pictures;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Tests.Pictures;

public sealed class PeerCountriesTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task What_can_be_had_is_used()
    {
        Assert.Equal("a path", await TryAsync((_, _, _) => Task.FromResult("a path"), Cancellation));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task What_cannot_be_had_is_said_in_a_line_and_gone_without()
    {
        Assert.Null(await TryAsync((_, _, _) => throw new UsageException("there is no npm"), Cancellation));
        Assert.Equal("the regions of peers will be unknown: there is no npm\n", _output.ToString());
    }

    [Fact]
    public async Task What_takes_too_long_is_not_waited_for()
    {
        Assert.Null(await TryAsync(NeverAsync, Cancellation));
        Assert.Equal(
            "the regions of peers will be unknown: npm took more than 0 s for countries\n", _output.ToString());
    }

    [Fact]
    public async Task A_stop_is_no_reason_to_go_on()
    {
        using CancellationTokenSource stopped = new();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TryAsync(NeverAsync, stopped.Token));
        Assert.Equal("", _output.ToString());
    }

    private static async Task<string> NeverAsync(AlysHome home, Action<string> progress, CancellationToken end)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
        return "";
    }

    private Task<string?> TryAsync(
        Func<AlysHome, Action<string>, CancellationToken, Task<string>> fetch, CancellationToken stop) =>
        new PeerCountries(fetch, TimeSpan.FromMilliseconds(10)).TryFetchAsync(
            new Surroundings(
                new AlysHome("nowhere"),
                new LiveLine(_output, isTerminal: false, () => 0, TimeProvider.System),
                TimeProvider.System),
            stop);
}
