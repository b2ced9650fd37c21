using Alys.Checks.Tests.Fixtures;
using Alys.Checks.Usage;

namespace Alys.Checks.Tests.Usage;

public sealed class MetricNamesTests
{
    [Fact]
    public void All_names_that_are_selected_are_found()
    {
        HashSet<string> names = MetricNames.Of([Given.Alert("a + sum(rate(b_bucket[5m])) > c").Expression]);
        Assert.Contains("a", names);
        Assert.True(names.Reads("b"));
        Assert.True(names.Reads("b_bucket"));
        Assert.False(names.Reads("d"));
    }
}
