using System.Diagnostics;
using System.Globalization;
using Alys.Monitor.Terminal;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Terminal;

public sealed class StopSignalsTests
{
    // The other signals reach the test's own runner too; they are sent to real processes in the tests of the verbs.
    [Fact]
    public async Task A_signal_to_stop_cancels_and_does_not_kill()
    {
        using StopSignals signals = new();
        string self = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        using Process kill = Process.Start("kill", ["-HUP", self]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(
            () => signals.Token.IsCancellationRequested, TimeSpan.FromSeconds(10), "SIGHUP cancels");
    }
}
