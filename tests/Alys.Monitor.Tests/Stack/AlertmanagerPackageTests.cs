using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class AlertmanagerPackageTests
{
    [Fact]
    public async Task Server_and_amtool_are_there_and_the_server_starts_without_being_installed()
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        AlertmanagerPackage package = await AlertmanagerPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        Assert.True(Executables.IsExecutable(package.Amtool));
        List<string> said = [];
        (int code, string errors) = await ToolRun.RunAsync(
            package.Launch[0], [.. package.Launch.Skip(1), "--version"], home.Root, said.Add, cancellation);
        Assert.True(code == 0, errors);
        Assert.StartsWith("alertmanager, version ", said[0], StringComparison.Ordinal);
    }
}
