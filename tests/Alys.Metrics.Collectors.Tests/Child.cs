using System.Diagnostics;

namespace Alys.Metrics.Collectors.Tests;

/// <summary>A real process that does nothing, ended with the test by its id.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    public Child(string program = "sleep")
    {
        _process = Process.Start(new ProcessStartInfo(program, "120"))!;
    }

    public int Pid => _process.Id;

    /// <summary>Kills it and returns when the system has forgotten it.</summary>
    public async Task EndAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Until.Patience);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit(Until.Patience);
        }

        _process.Dispose();
    }
}
