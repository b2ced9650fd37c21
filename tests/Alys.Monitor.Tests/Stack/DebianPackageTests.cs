using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class DebianPackageTests
{
    [Fact]
    public async Task A_package_that_is_nowhere_is_said_with_the_way_out_and_leaves_nothing()
    {
        using TemporaryHome home = new();
        List<string> progress = [];
        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => new DebianPackage(home.Home, progress.Add)
                .EnsureAsync("alys-no-such-package", [], TestContext.Current.CancellationToken));
        Assert.StartsWith("cannot get alys-no-such-package", refused.Message, StringComparison.Ordinal);
        Assert.Contains("put it on PATH", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(progress);
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Home.Tools));
    }
}
