using Akka.Configuration;
using Akka.Dispatch;

namespace Alys.Metrics.Akka.Lifecycle;

/// <summary>Akka's own <c>Dispatcher</c>, measured: what stands in a configuration in its place. All its settings, the
/// executor among them, are as there.</summary>
public sealed class MeasuredDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly MeasuredDispatcher _dispatcher;

    /// <param name="config">The dispatcher's section.</param>
    /// <param name="prerequisites">The actor system's.</param>
    public MeasuredDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        TimeSpan deadline = config.GetTimeSpan("throughput-deadline-time", TimeSpan.Zero, true);
        _dispatcher = new MeasuredDispatcher(
            this,
            config.GetString("id", "unnamed"),
            config.GetInt("throughput", 100),
            deadline > TimeSpan.Zero ? deadline.Ticks : null,
            ConfigureExecutor(),
            config.GetTimeSpan("shutdown-timeout", TimeSpan.FromSeconds(1), true));
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
