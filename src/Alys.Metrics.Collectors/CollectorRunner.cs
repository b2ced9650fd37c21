using Alys.Metrics.Node;
using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Collectors;

/// <summary>The loop of one collector: reads it when a round is due, reports what came in time, and keeps account of
/// its failures. Nothing that a collector throws leaves it.</summary>
internal sealed class CollectorRunner(
    ICollector collector,
    CollectorHandle handle,
    CollectionSchedule schedule,
    TimeSpan timeout,
    int forgetAfter,
    TimeProvider clock,
    ILogger logger)
{
    private readonly CollectorJournal _journal = new(collector.Name, logger);

    /// <summary>The read that was last started. Not completed while a round is due: it hangs.</summary>
    private Task<CollectedRound>? _read;

    /// <summary>When <see cref="_read"/> was started, as the clock's timestamp.</summary>
    private long _readStarted;

    /// <summary>Replaced as a whole by the loop, read by anyone.</summary>
    private volatile CollectorStatus _status = new(collector.Name, false, 0, null, null);

    public CollectorStatus Status => _status;

    /// <summary>Runs rounds until cancelled; then returns at once, also from the middle of a read.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        long origin = clock.GetTimestamp();
        TimeSpan due = TimeSpan.Zero;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stop);
            }
            catch (Exception)
            {
                // Only the log can throw here, and a log that cannot be written must not end the watching.
            }

            TimeSpan now = clock.GetElapsedTime(origin);
            due = schedule.Next(due, now, _status.ConsecutiveFailures);
            await Task.Delay(due - now, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RoundAsync(CancellationToken stop)
    {
        CollectedRound round;
        try
        {
            round = await ReadInTimeAsync(stop);
            round.Report();
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The end of the program is not a failure of the collector.
            return;
        }
        catch (Exception exception)
        {
            Fail(Explain(exception));
            return;
        }

        Succeed(round.PartialFailures);
    }

    private async Task<CollectedRound> ReadInTimeAsync(CancellationToken stop)
    {
        if (_read is { IsCompleted: false })
        {
            throw new CollectorException(
                CollectorFailure.Timeout, "An earlier read still hangs: what it reads does not answer.");
        }

        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _readStarted = clock.GetTimestamp();
        // On the thread pool, so that the time limit holds for a collector that blocks as well.
        _read = Task.Run(() => collector.CollectAsync(cancellation.Token), CancellationToken.None);
        try
        {
            return await _read.WaitAsync(timeout, clock, stop);
        }
        catch (TimeoutException exception) when (!_read.IsCompleted)
        {
            throw new CollectorException(
                CollectorFailure.Timeout, $"The read did not end within {timeout.TotalSeconds:0.###} s.", exception);
        }
        finally
        {
            _ = LetGoAsync(_read, cancellation);
        }
    }

    /// <summary>Cancels a read, if it has not ended, and waits for its end, dropping the late answer or exception.
    /// </summary>
    private static async Task LetGoAsync(Task read, CancellationTokenSource cancellation)
    {
        Task cancelled = read.IsCompleted ? Task.CompletedTask : cancellation.CancelAsync();
        await read.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await cancelled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.Dispose();
    }

    private void Succeed(IReadOnlyList<PartialFailure> partialFailures)
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (PartialFailure failure in partialFailures) handle.PartlyFailed(failure.Reason);
        handle.Succeeded(clock.GetElapsedTime(_readStarted), now);
        int failuresBefore = _status.ConsecutiveFailures;
        _status = new CollectorStatus(collector.Name, true, 0, null, now);
        _journal.Succeeded(failuresBefore, partialFailures);
    }

    private void Fail(CollectorException failure)
    {
        // A read that hangs is not counted as slower each round: a round has its time and no more.
        TimeSpan taken = clock.GetElapsedTime(_readStarted);
        handle.Failed(taken < timeout ? taken : timeout, failure.Reason);
        int failures = _status.ConsecutiveFailures + 1;
        _status = _status with { ConsecutiveFailures = failures, LastError = failure.Message };
        _journal.Failed(failure);
        if (failures == forgetAfter) Forget();
    }

    private void Forget()
    {
        try
        {
            collector.Forget();
        }
        catch (Exception exception)
        {
            CollectorException failure = Explain(exception);
            handle.PartlyFailed(failure.Reason);
            _journal.CouldNotForget(failure);
        }
    }

    private static CollectorException Explain(Exception exception) => exception switch
    {
        CollectorException known => known,
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } => new CollectorException(
            CollectorFailure.Timeout, $"A part of the read took too long: {exception.Message}", exception),
        _ => new CollectorException(
            CollectorFailure.Internal,
            $"A fault of the collector, please report it ({exception.GetType().Name}: {exception.Message})",
            exception),
    };
}
