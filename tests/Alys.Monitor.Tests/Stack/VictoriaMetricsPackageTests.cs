using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class VictoriaMetricsPackageTests
{
    [Fact]
    public async Task The_store_vmalert_and_vmagent_are_there()
    {
        using TemporaryHome home = new(withSharedTools: true);
        (string program, string vmalert, string vmagent) =
            await VictoriaMetricsPackage.EnsureAsync(home.Home, _ => { }, TestContext.Current.CancellationToken);
        Assert.All([program, vmalert, vmagent], path => Assert.True(Executables.IsExecutable(path), path));
    }
}
