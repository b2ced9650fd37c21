namespace Alys.Metrics.Node;

/// <summary>Merged mining: blocks given to miners, proofs of work that come back (AuxPoW).</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class MiningMetrics
{
    private readonly EnumFamily<Counter, AuxBlockStatus> _blocks;
    private readonly EnumFamily<Counter, AuxPowStatus> _proofs;
    private readonly EnumFamily<Counter, AuxPowError> _errors;
    private readonly Histogram _hashes;
    private readonly Gauge _withoutPow;
    private readonly TimeMark _accepted;

    /// <summary>Makes the metrics.</summary>
    public MiningMetrics(MetricRegistry registry, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _accepted = new TimeMark(clock);
        _blocks = registry.CounterFamily<AuxBlockStatus>(
            "alys_create_aux_block_calls_total", "Calls for a block to mine on, by what became of them.", "status");
        _proofs = registry.CounterFamily<AuxPowStatus>(
            "alys_auxpow_submit_block_calls_total", "Submitted proofs of work, by what became of them.", "status");
        _hashes = registry.Histogram(
            "alys_auxpow_hashes_processed", "Block hashes that an accepted proof of work covers.",
            HistogramBounds.Of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 10_000, 50_000));
        _errors = registry.CounterFamily<AuxPowError>(
            "alys_auxpow_errors_total", "Proofs of work that are wrong, by what is wrong.", "error");
        _withoutPow = registry.Gauge(
            "alys_auxpow_blocks_without_pow", "Blocks since the last one that a proof of work covers.");
        registry.ObservableGauge(
            "alys_auxpow_last_accepted_age_seconds", "Time since the last proof of work was accepted; absent before.",
            _accepted.Age);
    }

    /// <summary>A miner asked for a block.</summary>
    public void BlockRequested(AuxBlockStatus outcome)
    {
        _blocks[AuxBlockStatus.Called].Increment();
        if (outcome != AuxBlockStatus.Called) _blocks[outcome].Increment();
    }

    /// <summary>A proof of work was accepted.</summary>
    /// <param name="hashes">How many block hashes it covers.</param>
    public void ProofAccepted(int hashes)
    {
        _proofs[AuxPowStatus.Called].Increment();
        _proofs[AuxPowStatus.Success].Increment();
        _hashes.Observe(hashes);
        _accepted.Set();
    }

    /// <summary>A proof of work was refused.</summary>
    /// <param name="status">At which step.</param>
    /// <param name="error">What is wrong with the proof; null when it is not the proof.</param>
    public void ProofRefused(AuxPowStatus status, AuxPowError? error = null)
    {
        _proofs[AuxPowStatus.Called].Increment();
        if (status is not (AuxPowStatus.Called or AuxPowStatus.Success)) _proofs[status].Increment();
        if (error is { } reason) _errors[reason].Increment();
    }

    /// <summary>Says how many blocks wait for a proof of work.</summary>
    public void ReportBlocksWithoutPow(long blocks) => _withoutPow.Set(Math.Max(0, blocks));
}
