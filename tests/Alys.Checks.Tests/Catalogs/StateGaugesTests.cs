using Alys.Checks.Catalogs;

namespace Alys.Checks.Tests.Catalogs;

public sealed class StateGaugesTests
{
    [Fact]
    public void The_states_stand_in_the_order_of_their_numbers() => Assert.Equal(
        ["discovering", "headers", "blocks", "catchup", "synced", "failed"], StateGauges.StatesOf("alys_sync_state"));

    [Fact]
    public void Another_gauge_has_no_states() => Assert.Null(StateGauges.StatesOf("alys_peer_count"));
}
