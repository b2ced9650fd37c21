using Akka.Actor;
using Alys.Metrics.Akka.Asks;

namespace Alys.Metrics.Akka.Tests.Asks;

public sealed class OpenAsksTests
{
    private readonly ActorPath _root = new RootActorPath(new Address("akka", "test"));
    private readonly OpenAsks _asks = new();

    [Fact]
    public void A_question_is_given_back_once_by_the_path_that_it_was_made_with()
    {
        Ask ask = new(_root / "a");
        _asks.Add(ask);
        Assert.Null(_asks.Take(_root / "a"));
        Assert.Same(ask, _asks.Take(ask.Path));
        Assert.Null(_asks.Take(ask.Path));
    }

    [Fact]
    public void When_there_is_no_room_the_newest_are_kept_and_the_others_are_not()
    {
        Ask[] asks = [.. Enumerable.Range(0, 1_000).Select(i => new Ask(_root / $"{i}"))];
        foreach (Ask ask in asks) _asks.Add(ask);
        Ask[] kept = [.. asks.Where(ask => ReferenceEquals(_asks.Take(ask.Path), ask))];
        Assert.Contains(asks[^1], kept);
        Assert.InRange(kept.Length, 1, 256);
        Assert.All(asks, ask => Assert.Null(_asks.Take(ask.Path)));
    }

    private sealed record Ask(ActorPath Path) : IMeasuredAsk
    {
        public void End() => throw new InvalidOperationException("It is only kept.");
    }
}
