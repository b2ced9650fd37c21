using System.Globalization;

namespace Alys.Metrics.Collectors.Tests;

/// <summary>A made-up proc file system in a folder that goes with the test.</summary>
internal sealed class ProcTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alys-proc-");

    public ProcTree()
    {
        Directory.CreateDirectory(PathOf("self"));
        Write("stat", "cpu  100 0 50 850 0 0 0 0 0 0\ncpu0 100 0 50 850 0 0 0 0 0 0\nbtime 1700000000\n");
    }

    public string Root => _folder.FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Write(string name, string text)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A process with no more than its <c>stat</c>.</summary>
    public void AddProcess(
        int pid, long startTicks, string name = "node", long userTicks = 0, long systemTicks = 0, char state = 'S') =>
        Write(
            $"{pid}/stat",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{pid} ({name}) {state} 1 {pid} {pid} 0 -1 4194304 100 0 0 0 {userTicks} {systemTicks} 0 0 20 0 7 0 "
                + $"{startTicks} 3133440 388 18446744073709551615 1 1 0\n"));

    public void RemoveProcess(int pid) => Directory.Delete(PathOf($"{pid}"), recursive: true);

    public void Dispose() => _folder.Delete(recursive: true);
}
