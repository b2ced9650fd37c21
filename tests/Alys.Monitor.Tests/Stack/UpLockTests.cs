using System.Globalization;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class UpLockTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    [Fact]
    public void A_second_one_is_told_who_has_it_and_where_to_look()
    {
        using UpLock first = UpLock.Take(_home.Home);
        first.Note("http://127.0.0.1:9001/metrics");
        UsageException refused = Assert.Throws<UsageException>(() => UpLock.Take(_home.Home));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"pid {Environment.ProcessId}, http://127.0.0.1:9001/metrics"),
            refused.Message,
            StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => UpLock.Take(_home.Home));
    }

    [Fact]
    public void Given_back_it_leaves_no_file_and_can_be_taken_again()
    {
        UpLock.Take(_home.Home).Dispose();
        Assert.Empty(Directory.EnumerateFiles(_home.Home.Run));
        UpLock.Take(_home.Home).Dispose();
    }

    [Fact]
    public void A_file_left_by_a_killed_run_refuses_nobody()
    {
        File.WriteAllText(Path.Combine(_home.Home.Run, "up.lock"), "");
        UpLock.Take(_home.Home).Dispose();
    }

    public void Dispose() => _home.Dispose();
}
