using Alys.Metrics.Node;
using Alys.Monitor.Gates;

namespace Alys.Monitor.Tests.Gates;

public sealed class GatePhaseTests
{
    [Theory]
    [InlineData("0", MigrationPhase.Foundation)]
    [InlineData("10", MigrationPhase.Documentation)]
    [InlineData("actor_core", MigrationPhase.ActorCore)]
    [InlineData("foundation", MigrationPhase.Foundation)]
    [InlineData("actor-core", MigrationPhase.ActorCore)]
    [InlineData("sync-improvement", MigrationPhase.Sync)]
    [InlineData("lighthouse-migration", MigrationPhase.LighthouseMigration)]
    [InlineData("governance-integration", MigrationPhase.GovernanceStream)]
    internal void A_phase_has_a_number_a_label_and_the_name_of_the_gate_script(string text, MigrationPhase phase)
    {
        Assert.True(GatePhase.TryFind(text, out MigrationPhase found));
        Assert.Equal(phase, found);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("Actor_Core")]
    [InlineData(null)]
    public void What_is_none_is_not_found(string? text) => Assert.False(GatePhase.TryFind(text, out _));

    [Fact]
    public void Its_text_has_the_label_and_the_number() =>
        Assert.Equal("sync (2)", GatePhase.ToText(MigrationPhase.Sync));
}
