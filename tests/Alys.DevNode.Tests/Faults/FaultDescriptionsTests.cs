using Alys.DevNode.Faults;
using Alys.DevNode.Tests.EndToEnd;

namespace Alys.DevNode.Tests.Faults;

public sealed class FaultDescriptionsTests
{
    [Fact]
    public void Each_fault_has_a_name_a_text_and_an_effect_that_is_tested()
    {
        foreach (Fault fault in FaultDescriptions.All)
        {
            string name = FaultDescriptions.NameOf(fault);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", name);
            Assert.True(FaultDescriptions.TryFind(name, out Fault found) && found == fault);
            Assert.EndsWith(".", FaultDescriptions.TextOf(fault), StringComparison.Ordinal);
            Assert.True(fault == Fault.Crash || FaultEffects.All.ContainsKey(name), $"no effect of {name} is tested");
        }
    }
}
