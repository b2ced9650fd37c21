using Alys.Monitor.Drills;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Drills;

public sealed class StageFoldersTests
{
    [Fact]
    public async Task What_a_killed_drill_left_is_stopped_and_removed_and_nothing_else_is()
    {
        using TemporaryHome among = new();
        // Above the highest id that Linux gives.
        AlysHome left = new(Path.Combine(among.Root, "alys-drill-4194305-x"));
        left.Create();
        await using ChildProcess child = ChildProcess.Start("left", "/bin/sleep", ["600"], left, TimeProvider.System);
        string own = Path.Combine(among.Root, $"alys-drill-{Environment.ProcessId}-x");
        Directory.CreateDirectory(own);
        Directory.CreateDirectory(Path.Combine(among.Root, "alys-drill-else"));

        await StageFolders.ClearAsync(among.Root, TimeProvider.System);

        Assert.True(child.Exited.IsCompleted);
        Assert.False(Directory.Exists(left.Root));
        Assert.True(Directory.Exists(own));
        Assert.True(Directory.Exists(Path.Combine(among.Root, "alys-drill-else")));
        Directory.CreateDirectory(left.Run);
    }
}
