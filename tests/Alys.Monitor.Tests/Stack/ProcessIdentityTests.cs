using System.Diagnostics;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Stack;

public sealed class ProcessIdentityTests
{
    [Fact]
    public void A_running_process_is_known_by_more_than_its_number()
    {
        ProcessIdentity self = ProcessIdentity.Of(Environment.ProcessId)!;
        Assert.True(self.IsAlive);
        Assert.False((self with { StartTicks = self.StartTicks + 1 }).IsAlive);
        Assert.False((self with { BootId = "another" }).IsAlive);
        Assert.Equal(self, ProcessIdentity.TryParse(self.ToString()));
    }

    [Fact]
    public async Task A_process_that_ended_is_none()
    {
        using Process process = Process.Start("true");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Null(ProcessIdentity.Of(process.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("a b c")]
    [InlineData("1 2 3 4")]
    public void Other_text_is_no_identity(string text) => Assert.Null(ProcessIdentity.TryParse(text));
}
