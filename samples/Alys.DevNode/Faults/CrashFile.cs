using System.Globalization;

namespace Alys.DevNode.Faults;

/// <summary>Until when a node that <see cref="Fault.Crash"/> has killed stays away.</summary>
internal static class CrashFile
{
    public static void Write(string folder, DateTimeOffset until) => File.WriteAllText(
        PathIn(folder), until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Waits until the crash is over, if there was one.</summary>
    public static async Task WaitAsync(string folder, TimeProvider clock, CancellationToken cancellation)
    {
        if (!File.Exists(PathIn(folder))) return;
        string text = await File.ReadAllTextAsync(PathIn(folder), cancellation);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long until))
        {
            TimeSpan left = DateTimeOffset.FromUnixTimeMilliseconds(until) - clock.GetUtcNow();
            if (left > FaultBoard.MostDuration) left = FaultBoard.MostDuration;
            if (left > TimeSpan.Zero) await Task.Delay(left, clock, cancellation);
        }

        File.Delete(PathIn(folder));
    }

    private static string PathIn(string folder) => Path.Combine(folder, "crashed-until");
}
