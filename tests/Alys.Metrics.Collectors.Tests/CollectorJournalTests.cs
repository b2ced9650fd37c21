using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests;

public sealed class CollectorJournalTests
{
    private static readonly CollectorException Refused = new(CollectorFailure.Connection, "The node refuses.");

    private readonly RecordingLogger _log = new();
    private readonly CollectorJournal _journal;

    public CollectorJournalTests() => _journal = new CollectorJournal("evm", _log);

    [Fact]
    public void A_failure_is_logged_once_while_its_reason_stays()
    {
        for (int round = 0; round < 5; round++) _journal.Failed(Refused);
        Assert.Equal(["Warning: Collector evm fails: The node refuses."], _log.Lines);
    }

    [Fact]
    public void Another_reason_is_logged()
    {
        _journal.Failed(Refused);
        _journal.Failed(new CollectorException(CollectorFailure.Timeout, "The node hangs."));
        Assert.Equal("Warning: Collector evm fails: The node hangs.", _log.Lines[^1]);
    }

    [Fact]
    public void A_recovery_is_logged_once()
    {
        _journal.Failed(Refused);
        _journal.Succeeded(1, []);
        _journal.Succeeded(0, []);
        Assert.Equal("Information: Collector evm works again after 1 failed rounds.", _log.Lines[^1]);
        Assert.Equal(2, _log.Lines.Count);
    }

    [Fact]
    public void A_missing_part_is_logged_when_it_appears_and_when_all_is_there_again()
    {
        PartialFailure pool = new(CollectorFailure.InvalidResponse, "No pool.");
        PartialFailure peers = new(CollectorFailure.InvalidResponse, "No peers.");
        _journal.Succeeded(0, [pool]);
        _journal.Succeeded(0, [pool]);
        _journal.Succeeded(0, [pool, peers]);
        _journal.Succeeded(0, []);
        _journal.Succeeded(0, []);
        Assert.Equal(
            [
                "Warning: Collector evm reads only a part: No pool.",
                "Warning: Collector evm reads only a part: No peers.",
                "Information: Collector evm reads everything again.",
            ],
            _log.Lines);
    }

    [Fact]
    public void A_stack_trace_is_for_debugging_only()
    {
        _journal.Failed(new CollectorException("A bug."));
        Assert.Equal(["Warning: Collector evm fails: A bug."], _log.Lines);
    }
}
