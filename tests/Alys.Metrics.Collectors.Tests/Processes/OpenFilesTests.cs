using Alys.Metrics.Collectors.Processes;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class OpenFilesTests : IDisposable
{
    private readonly ProcTree _tree = new();

    [Fact]
    public void Every_descriptor_counts_also_of_files_that_are_gone()
    {
        Directory.CreateDirectory(_tree.PathOf("42/fd"));
        for (int fd = 0; fd < 12; fd++) File.CreateSymbolicLink(_tree.PathOf($"42/fd/{fd}"), "/gone (deleted)");
        Assert.Equal(12, OpenFiles.Count(_tree.PathOf("42"), 42));
    }

    [Fact]
    public void What_may_not_be_listed_is_absent() => Assert.Null(OpenFiles.Count(_tree.PathOf("42"), 42));

    [Fact]
    public void A_real_process_shows_the_files_it_opens()
    {
        // Other tests open files meanwhile, but not this many.
        const int Opened = 500;
        string self = $"/proc/{Environment.ProcessId}";
        long before = OpenFiles.Count(self, Environment.ProcessId)!.Value;
        FileStream[] files = [.. Enumerable.Range(0, Opened).Select(_ => File.OpenRead("/dev/null"))];
        long after = OpenFiles.Count(self, Environment.ProcessId)!.Value;
        Array.ForEach(files, file => file.Dispose());
        Assert.InRange(after - before, Opened - 50, Opened + 50);
    }

    public void Dispose() => _tree.Dispose();
}
