using System.Diagnostics;
using System.Diagnostics.Metrics;
using Akka.Actor;

namespace Alys.Metrics.Bench.Actors;

internal sealed record Ping;

internal sealed record Begin(int Messages, IActorRef Other, TaskCompletionSource Over);

/// <summary>An actor that can measure itself the usual way.</summary>
internal abstract class Player : UntypedActor
{
    private readonly MeterWay? _meter;
    private readonly string _type;

    protected Player(MeterWay? meter)
    {
        _meter = meter;
        _type = GetType().Name;
    }

    protected override bool AroundReceive(Receive receive, object message)
    {
        if (_meter is null) return base.AroundReceive(receive, message);
        long began = Stopwatch.GetTimestamp();
        bool handled = base.AroundReceive(receive, message);
        _meter.Add(_type, message.GetType().Name, Stopwatch.GetElapsedTime(began).TotalSeconds);
        return handled;
    }
}

/// <summary>Counter and histogram of System.Diagnostics.Metrics.</summary>
internal sealed class MeterWay
{
    internal const string Name = "actors";

    private readonly Counter<long> _messages;
    private readonly Histogram<double> _latency;

    internal MeterWay()
    {
        var meter = new Meter(Name);
        _messages = meter.CreateCounter<long>("actor.messages");
        _latency = meter.CreateHistogram<double>("actor.latency", "s");
    }

    internal void Add(string actor, string message, double seconds)
    {
        var tags = new TagList { { "actor_type", actor }, { "message_type", message } };
        _messages.Add(1, tags);
        _latency.Record(seconds, tags);
    }
}

/// <summary>Sends back what it gets, so many times.</summary>
internal sealed class PingPlayer(MeterWay? meter) : Player(meter)
{
    /// <summary>So many are on their way at once: with one alone, the thread pool is what would be measured.</summary>
    private const int InFlight = 100;

    private static readonly Ping Ball = new();

    private int _left;
    private TaskCompletionSource? _over;

    protected override void OnReceive(object message)
    {
        if (message is Begin begin)
        {
            _left = begin.Messages / 2;
            _over = begin.Over;
            for (int i = 0; i < InFlight; i++) begin.Other.Tell(Ball, Self);
            return;
        }

        // The last of a round are not sent back, so the next one begins with empty mailboxes.
        if (_over is null || --_left >= InFlight) Sender.Tell(message, Self);
        else if (_left == 0) _over.SetResult();
    }
}

/// <summary>Sends a burst whenever the collector asks for one.</summary>
internal sealed class BurstPlayer(MeterWay? meter) : Player(meter)
{
    internal const int Burst = 500;

    private static readonly Ping Message = new();

    protected override void OnReceive(object message)
    {
        for (int i = 0; i < Burst; i++) Sender.Tell(Message, Self);
    }
}

/// <summary>Takes what several send, and asks each for more when its burst has come.</summary>
internal sealed class CollectPlayer(MeterWay? meter, IActorRef[] sources, TimeSpan work) : Player(meter)
{
    private readonly long _ticks = (long)(work.TotalSeconds * Stopwatch.Frequency);
    private int _left;
    private int _sinceBurst;
    private int _next;
    private TaskCompletionSource? _over;

    protected override void OnReceive(object message)
    {
        if (message is Begin begin)
        {
            _left = begin.Messages;
            _over = begin.Over;
            foreach (IActorRef source in sources) source.Tell(message, Self);
            return;
        }

        if (_ticks > 0)
        {
            long until = Stopwatch.GetTimestamp() + _ticks;
            while (Stopwatch.GetTimestamp() < until) Thread.SpinWait(1);
        }

        if (--_left == 0) _over!.SetResult();
        if (_left <= 0 || ++_sinceBurst < BurstPlayer.Burst) return;
        _sinceBurst = 0;
        sources[_next++ % sources.Length].Tell(message, Self);
    }
}
