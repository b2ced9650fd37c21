namespace Alys.Metrics.Node;

/// <summary>The stream to governance.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class GovernanceMetrics
{
    private readonly Gauge _connected;
    private readonly StateSet<GovernanceState> _state;
    private readonly Counter _reconnects;
    private readonly EnumFamily<Counter, GovernanceMessage, MessageDirection> _messages;

    /// <summary>Makes the metrics; the stream is disconnected.</summary>
    public GovernanceMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _connected = registry.Gauge(
            "alys_governance_stream_connected", "Whether the stream is up (0=no, 1=yes). Goal: 99.9 % of the time.");
        _state = registry.StateSet<GovernanceState>("alys_governance_stream_state", "State of the stream.");
        _reconnects = registry.Counter(
            "alys_governance_stream_reconnects_total", "Times that the stream was lost and tried again.");
        _messages = registry.CounterFamily<GovernanceMessage, MessageDirection>(
            "alys_governance_messages_total", "Messages of the stream, by kind and direction.", "message_type",
            "direction");
        Report(GovernanceState.Disconnected);
    }

    /// <summary>The stream changed its state. It is up from connected on, and while it streams.</summary>
    public void Report(GovernanceState state)
    {
        _state.Set(state);
        bool isUp = state is GovernanceState.Connected or GovernanceState.Authenticated or GovernanceState.Streaming;
        _connected.Set(isUp ? 1 : 0);
        if (state == GovernanceState.Reconnecting) _reconnects.Increment();
    }

    /// <summary>A message was sent or received.</summary>
    public void Message(GovernanceMessage message, MessageDirection direction) =>
        _messages[message, direction].Increment();
}
