namespace Alys.Repository.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void It_builds() => Assert.True(true);
}
