using Akka.Actor;
using Akka.Dispatch.MessageQueues;
using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka.Tests.Mailboxes;

public sealed class MeasuredQueueTests
{
    private const int Producers = 4;
    private const int Each = 100_000;

    [Fact]
    public async Task Many_producers_lose_nothing_and_keep_their_own_order_while_it_grows()
    {
        await using var system = new MeasuredSystem();
        var queue = new MeasuredQueue(ActorMeter.Of(system.System)!, system.System.DeadLetters);
        Task[] producers =
            [.. Enumerable.Range(0, Producers).Select(producer => Task.Run(() => Fill(queue, producer)))];

        var next = new int[Producers];
        int taken = 0;
        await MeasuredSystem.Until(
            () =>
            {
                while (queue.TryDequeue(out Envelope envelope))
                {
                    var (producer, number) = ((int, int))envelope.Message;
                    Assert.Equal(next[producer]++, number);
                    taken++;
                }

                return taken == Producers * Each;
            },
            "every message");
        await Task.WhenAll(producers);

        Assert.Equal(0, queue.Count);
        Assert.False(queue.HasMessages);
    }

    [Fact]
    public async Task What_it_holds_is_its_count_also_over_several_rings()
    {
        await using var system = new MeasuredSystem();
        var queue = new MeasuredQueue(ActorMeter.Of(system.System)!, system.System.DeadLetters);

        for (int i = 1; i <= 1_000; i++)
        {
            queue.Enqueue(ActorRefs.Nobody, new Envelope(i, ActorRefs.NoSender));
            Assert.Equal(i, queue.Count);
        }

        for (int i = 999; i >= 0; i--)
        {
            Assert.True(queue.HasMessages);
            Assert.True(queue.TryDequeue(out _));
            Assert.Equal(i, queue.Count);
        }
    }

    [Fact]
    public async Task What_is_left_goes_to_dead_letters()
    {
        await using var system = new MeasuredSystem();
        var queue = new MeasuredQueue(ActorMeter.Of(system.System)!, system.System.DeadLetters);
        for (int i = 0; i < 100; i++) queue.Enqueue(ActorRefs.Nobody, new Envelope(i, ActorRefs.NoSender));
        var letters = new UnboundedMessageQueue();

        queue.CleanUp(ActorRefs.Nobody, letters);

        Assert.Equal(100, letters.Count);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task In_its_steady_state_it_allocates_nothing_a_message()
    {
        await using var system = new MeasuredSystem(oneIn: 64);
        var queue = new MeasuredQueue(ActorMeter.Of(system.System)!, system.System.DeadLetters);
        object message = new Work(1);
        Turn(queue, message, 10_000);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Turn(queue, message, 10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Turn(MeasuredQueue queue, object message, int times)
    {
        for (int i = 0; i < times; i++)
        {
            queue.Enqueue(ActorRefs.Nobody, new Envelope(message, ActorRefs.NoSender));
            queue.TryDequeue(out _);
        }
    }

    private static void Fill(MeasuredQueue queue, int producer)
    {
        for (int i = 0; i < Each; i++)
            queue.Enqueue(ActorRefs.Nobody, new Envelope((producer, i), ActorRefs.NoSender));
    }
}
