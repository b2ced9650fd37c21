namespace Alys.Metrics.Collectors.Tests;

/// <summary>A collector that does what a test says, and counts.</summary>
internal sealed class FakeCollector(string name = "fake") : ICollector
{
    private int _reads;
    private int _reading;

    public string Name => name;

    /// <summary>What a read does. Default: it succeeds at once.</summary>
    public Func<CancellationToken, Task> OnRead { get; set; } = _ => Task.CompletedTask;

    public Action OnReport { get; set; } = () => { };

    public Action OnForget { get; set; } = () => { };

    public IReadOnlyList<PartialFailure> PartialFailures { get; set; } = [];

    public int Reads => Volatile.Read(ref _reads);

    public int Reports { get; private set; }

    public int Forgets { get; private set; }

    /// <summary>The most reads that ran at the same time.</summary>
    public int ReadsAtOnce { get; private set; }

    public async Task<CollectedRound> CollectAsync(CancellationToken cancellation)
    {
        Func<CancellationToken, Task> read = OnRead;
        Interlocked.Increment(ref _reads);
        ReadsAtOnce = Math.Max(ReadsAtOnce, Interlocked.Increment(ref _reading));
        try
        {
            await read(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _reading);
        }

        return new CollectedRound(Report) { PartialFailures = PartialFailures };
    }

    public void Forget()
    {
        Forgets++;
        OnForget();
    }

    private void Report()
    {
        Reports++;
        OnReport();
    }
}
