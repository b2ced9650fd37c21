using Alys.DevNode.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Alys.DevNode.Tests.Faults;

public sealed class FaultBoardTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_fault_ends_by_itself_and_tells_what_it_started()
    {
        using var board = new FaultBoard(_clock);
        CancellationToken over = default;
        board.Started += (_, token) => over = token;
        board.Start(Fault.NoAuxpow, TimeSpan.FromSeconds(10));
        Assert.True(board.IsOn(Fault.NoAuxpow));
        Assert.False(board.IsOn(Fault.SlowRpc));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(6, board.SecondsLeft(Fault.NoAuxpow));
        Assert.False(over.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(board.IsOn(Fault.NoAuxpow));
        Assert.True(over.IsCancellationRequested);
    }

    [Fact]
    public void A_fault_that_begins_anew_lasts_from_then()
    {
        using var board = new FaultBoard(_clock);
        var tokens = new List<CancellationToken>();
        board.Started += (_, token) => tokens.Add(token);
        board.Start(Fault.Crash, TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(9));
        board.Start(Fault.Crash, TimeSpan.FromSeconds(10));
        Assert.True(tokens[0].IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.True(board.IsOn(Fault.Crash));
    }

    [Fact]
    public void A_fault_can_be_ended()
    {
        using var board = new FaultBoard(_clock);
        CancellationToken over = default;
        board.Started += (_, token) => over = token;
        board.Start(Fault.SlowRpc, TimeSpan.FromSeconds(10));
        board.Stop(Fault.SlowRpc);
        Assert.False(board.IsOn(Fault.SlowRpc));
        Assert.True(over.IsCancellationRequested);
    }
}
