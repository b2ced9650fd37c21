using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class AnvilPackageTests
{
    [Fact]
    public async Task It_is_a_program_that_runs()
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string program = await AnvilPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        List<string> lines = [];
        (int code, string errors) = await ToolRun.RunAsync(program, ["--version"], home.Root, lines.Add, cancellation);
        Assert.True(code == 0, errors);
        Assert.StartsWith("anvil", lines[0], StringComparison.Ordinal);
    }
}
