using Akka.Actor;
using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka.Tests.Mailboxes;

public sealed class SingleConsumerRingTests
{
    private static readonly Sampling All = new(1, 0);

    [Fact]
    public void It_gives_back_in_order_what_it_took_and_refuses_what_has_no_room()
    {
        var ring = new SingleConsumerRing(4, 0);
        for (int i = 0; i < 4; i++) Assert.True(ring.TryEnqueue(Letter(i), All));

        Assert.False(ring.TryEnqueue(Letter(4), All));
        for (int i = 0; i < 4; i++)
        {
            Assert.True(ring.TryDequeue(out Envelope envelope, out long stamp));
            Assert.Equal(i, envelope.Message);
            Assert.NotEqual(0, stamp);
        }

        Assert.False(ring.TryDequeue(out _, out _));
        Assert.Equal(ring.Tail, ring.Head);
    }

    [Fact]
    public void A_frozen_one_gives_what_it_has_and_then_is_spent()
    {
        var ring = new SingleConsumerRing(4, 0);
        ring.TryEnqueue(Letter(1), All);

        ring.Freeze(8);

        Assert.False(ring.TryEnqueue(Letter(2), All));
        Assert.False(ring.IsSpent);
        Assert.True(ring.TryDequeue(out _, out _));
        Assert.True(ring.IsSpent);
        Assert.Equal(1, ring.Next!.First);
        Assert.Equal(8, ring.Next.Length);
    }

    [Fact]
    public void Positions_go_on_over_many_rounds()
    {
        var ring = new SingleConsumerRing(2, 100);

        for (int i = 0; i < 1_000; i++)
        {
            Assert.True(ring.TryEnqueue(Letter(i), All));
            Assert.True(ring.HasEnvelope);
            Assert.NotNull(ring.HeadTick);
            Assert.True(ring.TryDequeue(out _, out _));
            Assert.False(ring.HasEnvelope);
            Assert.Null(ring.HeadTick);
        }

        Assert.Equal(1_100, ring.Tail);
        Assert.Equal(1_100, ring.Head);
    }

    private static Envelope Letter(int number) => new(number, ActorRefs.NoSender);
}
