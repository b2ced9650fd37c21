using Alys.Metrics;
using Alys.Metrics.Node;
using Alys.Monitor.Faults;
using Alys.Monitor.Pictures;
using Alys.Monitor.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Monitor.Tests.Pictures;

public sealed class PairStatusTests
{
    private static readonly NodeView Silent = new(null, []);
    private static readonly NodeView Empty = new(MetricPage.Parse(""), []);

    [Fact]
    public void What_the_nodes_say_is_shown() => Assert.Equal(
        "sync 34 %  shadow  v1 synced 1,234 peers 8 pool 3  v2 blocks 1,200 peers 8 pool 3",
        PairStatus.Compose(Node(1_234, SyncState.Synced), Node(1_200, SyncState.Blocks)));

    [Fact]
    public void A_fault_that_is_on_is_shown_with_its_node_and_the_time_that_is_left() => Assert.StartsWith(
        "– – %  –  [v1 peers-gone 7 s]  [v2 sync-stalled 41 s]  v1 ",
        PairStatus.Compose(
            Empty with { Faults = [new FaultState("peers-gone", "", true, 7.4)] },
            Empty with { Faults = [new FaultState("sync-stalled", "", true, 41.2)] }),
        StringComparison.Ordinal);

    [Fact]
    public void What_is_not_told_is_absent_and_a_node_that_does_not_answer_is_named() => Assert.Equal(
        "– – %  –  v1 – – peers – pool –  v2 does not answer", PairStatus.Compose(Empty, Silent));

    [Fact]
    public void It_is_about_something_else_when_a_phase_a_fault_or_a_node_changes()
    {
        NodeView node = Node(1, SyncState.Synced);
        NodeView faulty = node with { Faults = [new FaultState("crash", "", true, 9)] };
        string[] subjects =
        [
            PairStatus.Subject(node, node), PairStatus.Subject(node, Silent), PairStatus.Subject(Silent, node),
            PairStatus.Subject(node, faulty), PairStatus.Subject(faulty, node),
            PairStatus.Subject(node, Node(1, SyncState.Synced, MigrationPhase.ActorCore)),
        ];
        Assert.Distinct(subjects);
        Assert.Equal(subjects[0], PairStatus.Subject(node, Node(2, SyncState.Blocks)));
    }

    [Fact]
    public void The_families_that_are_asked_for_are_all_that_it_needs()
    {
        MetricPage page = Page(7, SyncState.Synced, MigrationPhase.Sync);
        Assert.DoesNotContain("–", PairStatus.Compose(new NodeView(page, []), new NodeView(page, [])));
        Assert.Equal(7, PairStatus.Families.Count);
    }

    private static NodeView Node(long height, SyncState state, MigrationPhase phase = MigrationPhase.Sync) =>
        new(Page(height, state, phase), []);

    private static MetricPage Page(long height, SyncState state, MigrationPhase phase)
    {
        MetricRegistry registry = new();
        NodeMetrics node = new(registry, new FakeTimeProvider());
        node.Migration.EnterPhase(phase);
        node.Migration.ReportProgress(34.4);
        node.Migration.ReportMode(MigrationMode.Shadow);
        node.Sync.Report(height, height, state);
        node.TxPool.Report(2, 1);
        node.Peers.Report(8);
        return MetricPage.Of(registry);
    }
}
