using System.Diagnostics;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Stack;

public sealed class UnixSignalTests
{
    [Theory]
    [InlineData(true, 128 + 15)]
    [InlineData(false, 128 + 9)]
    public async Task A_process_is_asked_to_end_or_ended(bool politely, int exitCode)
    {
        using Process process = Process.Start("sleep", "60");
        if (politely)
            UnixSignal.Terminate(process.Id);
        else
            UnixSignal.Kill(process.Id);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, process.ExitCode);
    }
}
