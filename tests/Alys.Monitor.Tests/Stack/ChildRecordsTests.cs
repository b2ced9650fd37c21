using System.Diagnostics;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class ChildRecordsTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    [Fact]
    public async Task What_a_killed_run_left_is_stopped_and_forgotten()
    {
        using Process left = Process.Start("sleep", "60");
        ChildRecords.Write(_home.Home, "left", left.Id);
        Assert.Equal(["left"], await ChildRecords.StopLeftoversAsync(_home.Home, TimeProvider.System));
        await left.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await ChildRecords.StopLeftoversAsync(_home.Home, TimeProvider.System));
    }

    [Fact]
    public async Task Another_process_that_got_the_number_is_left_alone()
    {
        using Process stranger = Process.Start("sleep", "60");
        ProcessIdentity identity = ProcessIdentity.Of(stranger.Id)!;
        await File.WriteAllTextAsync(
            ChildRecords.PathOf(_home.Home, "old"),
            (identity with { StartTicks = identity.StartTicks - 1 }).ToString(),
            TestContext.Current.CancellationToken);
        Assert.Empty(await ChildRecords.StopLeftoversAsync(_home.Home, TimeProvider.System));
        Assert.True(identity.IsAlive);
        stranger.Kill();
    }

    public void Dispose() => _home.Dispose();
}
