using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Tests.Sources;

public sealed class LocationTests
{
    [Fact]
    public void A_place_is_written_as_compilers_do() =>
        Assert.Equal("rules/a.yml:2:3", new SourceFile("rules/a.yml", "ab\ncde").At(new SourceSpan(5, 1)).ToString());
}
