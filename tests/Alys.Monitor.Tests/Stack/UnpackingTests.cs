using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class UnpackingTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    [Fact]
    public async Task A_folder_is_filled_once()
    {
        int fills = 0;
        Task<string> EnsureAsync() => Unpacking.EnsureAsync(_home.Home, "tool", folder =>
        {
            fills++;
            return File.WriteAllTextAsync(Path.Combine(folder, "program"), "x");
        });
        string first = await EnsureAsync();
        Assert.Equal(first, await EnsureAsync());
        Assert.True(File.Exists(Path.Combine(first, "program")));
        Assert.Equal(1, fills);
        Assert.Equal([first], Directory.EnumerateFileSystemEntries(_home.Home.Tools));
    }

    [Fact]
    public async Task A_failed_one_leaves_nothing()
    {
        await Assert.ThrowsAsync<UsageException>(
            () => Unpacking.EnsureAsync(_home.Home, "tool", _ => throw new UsageException("no network")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.Home.Tools));
    }

    [Fact]
    public async Task What_a_killed_download_left_is_removed()
    {
        string abandoned = Path.Combine(_home.Home.Tools, ".partial-tool-2147483647");
        Directory.CreateDirectory(abandoned);
        await Unpacking.EnsureAsync(_home.Home, "tool", _ => Task.CompletedTask);
        Assert.False(Directory.Exists(abandoned));
    }

    [Fact]
    public async Task The_loser_of_a_race_uses_what_the_winner_made()
    {
        string winner = Path.Combine(_home.Home.Tools, "tool");
        string used = await Unpacking.EnsureAsync(_home.Home, "tool", _ =>
        {
            Directory.CreateDirectory(winner);
            return File.WriteAllTextAsync(Path.Combine(winner, "program"), "x");
        });
        Assert.Equal(winner, used);
        Assert.Equal([winner], Directory.EnumerateFileSystemEntries(_home.Home.Tools));
    }

    public void Dispose() => _home.Dispose();
}
