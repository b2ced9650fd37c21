using Alys.Metrics.Node;
using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Collectors;

/// <summary>
/// Reads every collector at a steady interval, each in a loop of its own, so that one that fails or hangs delays no
/// other. A read has a time limit and a late answer is dropped; a failing collector is tried again at growing
/// intervals, and after a few failed rounds its gauges leave the exposition until it recovers.
/// </summary>
/// <remarks>
/// A round that ends late does not shift the ones after it, and rounds it ran over are left out, not made up for.
/// <b>Threads:</b> <see cref="Statuses"/> may be read from any thread at any time. Reads run on the thread pool, so a
/// collector may block; a read that never ends keeps its thread and is never started a second time beside itself.
/// </remarks>
public sealed class CollectionLoop
{
    private readonly CollectorRunner[] _runners;

    /// <summary>Prepares a loop over some collectors; nothing runs before <see cref="RunAsync"/>.</summary>
    /// <param name="collectors">What to read. Their names must differ.</param>
    /// <param name="metrics">Where it is told how each collector is doing (<c>alys_collector_*</c>).</param>
    /// <param name="options">When to read, and what to do about failures. Read once, here.</param>
    /// <param name="clock">Gives the time and the timers.</param>
    /// <param name="logger">Gets one line for each change: a collector begins to fail, for another reason, recovers.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of range, or two collectors have the same name.</exception>
    public CollectionLoop(
        IEnumerable<ICollector> collectors,
        CollectorMetrics metrics,
        CollectionOptions options,
        TimeProvider clock,
        ILogger<CollectionLoop> logger)
        : this(collectors, metrics, options, clock, logger, Random.Shared)
    {
    }

    internal CollectionLoop(
        IEnumerable<ICollector> collectors,
        CollectorMetrics metrics,
        CollectionOptions options,
        TimeProvider clock,
        ILogger logger,
        Random random)
    {
        ArgumentNullException.ThrowIfNull(collectors);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();

        var schedule = new CollectionSchedule(options, random);
        _runners =
        [
            .. collectors.Select(collector => new CollectorRunner(
                collector, metrics.For(collector.Name), schedule, options.Timeout, options.ForgetAfter, clock, logger)),
        ];
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (Array.Find(_runners, runner => !names.Add(runner.Status.Name)) is { } twice)
            throw new ArgumentException($"Two collectors have the name '{twice.Status.Name}'; each needs its own.");
    }

    /// <summary>How each collector is doing now, in the order in which they were given.</summary>
    public IReadOnlyList<CollectorStatus> Statuses => Array.ConvertAll(_runners, runner => runner.Status);

    /// <summary>Reads the collectors until cancelled, then returns at once without an exception, leaving a read that
    /// ignores its cancellation behind. Call it once.</summary>
    /// <param name="cancellation">Ends the loop.</param>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(_runners.Select(runner => runner.RunAsync(cancellation)));
}
