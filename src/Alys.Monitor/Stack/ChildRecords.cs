namespace Alys.Monitor.Stack;

/// <summary>
/// What <c>run/</c> remembers of the children, so that a run that was killed leaves nothing for ever: the next one
/// stops what is still there, and only that (<see cref="ProcessIdentity"/>).
/// </summary>
internal static class ChildRecords
{
    private const string Extension = ".child";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Where a child of that name is remembered.</summary>
    public static string PathOf(AlysHome home, string name) => Path.Combine(home.Run, name + Extension);

    /// <summary>Remembers a process that runs; one that is already gone needs no record.</summary>
    public static void Write(AlysHome home, string name, int pid)
    {
        if (ProcessIdentity.Of(pid) is { } identity)
            File.WriteAllText(PathOf(home, name), identity.ToString());
    }

    /// <summary>Stops every remembered process that still runs and forgets the rest. Returns the names of the
    /// stopped.</summary>
    public static async Task<IReadOnlyList<string>> StopLeftoversAsync(AlysHome home, TimeProvider clock)
    {
        List<string> stopped = [];
        foreach (string path in Directory.EnumerateFiles(home.Run, "*" + Extension))
        {
            ProcessIdentity? identity = ProcessIdentity.TryParse(await File.ReadAllTextAsync(path));
            if (identity is { IsAlive: true })
            {
                await StopAsync(identity, clock);
                stopped.Add(Path.GetFileNameWithoutExtension(path));
            }

            File.Delete(path);
        }

        return stopped;
    }

    private static async Task StopAsync(ProcessIdentity identity, TimeProvider clock)
    {
        long started = clock.GetTimestamp();
        UnixSignal.Terminate(identity.Pid);
        while (identity.IsAlive)
        {
            if (clock.GetElapsedTime(started) > Grace)
                UnixSignal.Kill(identity.Pid);
            await Task.Delay(Pause, clock);
        }
    }
}
