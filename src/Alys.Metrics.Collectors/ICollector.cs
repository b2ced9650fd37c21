namespace Alys.Metrics.Collectors;

/// <summary>
/// Reads one source (a process, the machine, a chain) once a round and reports it to the catalog. A round has two
/// phases: reading, which may be slow and may fail, and reporting, which writes the metrics and is run by the <see
/// cref="CollectionLoop"/> only when the read ended within its time. So an answer that comes too late never writes.
/// </summary>
/// <remarks>
/// <b>Threads:</b> the loop makes one call at a time and never starts a second read before the first has ended, so a
/// collector needs no locks. Only <see cref="Forget"/> may come while a read that ignores its cancellation still hangs.
/// </remarks>
public interface ICollector
{
    /// <summary>The value of the <c>collector</c> label, in snake_case: <c>process</c>, <c>host</c>,
    /// <c>evm</c>.</summary>
    string Name { get; }

    /// <summary>Reads the source, writing no metric. A failure is a <see cref="CollectorException"/> with its reason
    /// and a sentence; any other exception counts as <see cref="Node.CollectorFailure.Internal"/>, a <see
    /// cref="TimeoutException"/> as a timeout.</summary>
    /// <param name="cancellation">Cancelled when the round's time is over or the program ends.</param>
    /// <returns>What reports the reading, and what could not be read of it.</returns>
    Task<CollectedRound> CollectAsync(CancellationToken cancellation);

    /// <summary>Takes the gauges out of the exposition until the next report, so that a failed source does not freeze
    /// at its last value. Called once after <see cref="CollectionOptions.ForgetAfter"/> failed rounds in a
    /// row.</summary>
    void Forget();
}
