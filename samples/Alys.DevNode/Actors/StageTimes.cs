using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>Times the parts of producing or validating a block, one after the other.</summary>
internal struct StageTimes(TimeProvider clock, Action<BlockStage, TimeSpan>? report)
{
    private readonly long _started = clock.GetTimestamp();

    private long _last = clock.GetTimestamp();

    /// <summary>Since the first part began.</summary>
    public readonly TimeSpan Total => clock.GetElapsedTime(_started);

    /// <summary>A part is done.</summary>
    public void Done(BlockStage stage)
    {
        long now = clock.GetTimestamp();
        report?.Invoke(stage, clock.GetElapsedTime(_last, now));
        _last = now;
    }
}
