using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class NameLocatorTests : IDisposable
{
    private readonly ProcTree _tree = new();

    [Fact]
    public void A_process_is_found_by_the_name_the_kernel_shows()
    {
        _tree.AddProcess(1, 1, "init");
        _tree.AddProcess(42, 1000, "alys (v2)");
        Assert.Equal(new ProcessIdentity(42, 1000), Locator("alys (v2)").Locate());
    }

    [Fact]
    public void A_process_is_found_by_the_first_word_of_its_command_line()
    {
        _tree.AddProcess(42, 1000, "main");
        _tree.Write("42/cmdline", "/opt/alys/bin/alys-execution-client\0--http\0");
        Assert.Equal(42, Locator("alys-execution-client").Locate().Pid);
    }

    [Theory]
    [InlineData("/opt/bin/alys-execution-client")]
    [InlineData("/opt/bin/alys-execution-client (deleted)")]
    public void A_process_is_found_by_its_executable_also_when_that_was_replaced(string target)
    {
        _tree.AddProcess(42, 1000, "main");
        File.CreateSymbolicLink(_tree.PathOf("42/exe"), target);
        Assert.Equal(42, Locator("alys-execution-client").Locate().Pid);
    }

    [Theory]
    [InlineData("alys-executio")]
    [InlineData("client")]
    [InlineData("--http")]
    [InlineData("bin")]
    public void A_part_of_a_name_is_another_name(string name)
    {
        _tree.AddProcess(42, 1000, "main");
        _tree.Write("42/cmdline", "/opt/bin/alys-execution-client\0--http\0");
        Assert.Throws<CollectorException>(() => Locator(name).Locate());
    }

    [Fact]
    public void Of_several_the_one_that_started_first_is_watched()
    {
        _tree.AddProcess(40, 3000);
        _tree.AddProcess(41, 1000);
        _tree.AddProcess(42, 2000);
        Assert.Equal(41, Locator("node").Locate().Pid);
    }

    [Fact]
    public void A_known_process_stays_the_one_watched_and_its_successor_is_found()
    {
        _tree.AddProcess(42, 2000);
        NameLocator locator = Locator("node");
        locator.Locate();
        _tree.AddProcess(41, 1000);
        Assert.Equal(42, locator.Locate().Pid);
        _tree.RemoveProcess(42);
        Assert.Equal(41, locator.Locate().Pid);
    }

    [Fact]
    public void It_never_watches_itself()
    {
        _tree.AddProcess(Environment.ProcessId, 1000);
        CollectorException none = Assert.Throws<CollectorException>(() => Locator("node").Locate());
        Assert.Equal(CollectorFailure.NotFound, none.Reason);
        Assert.Contains("'node'", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_process_is_followed_over_a_restart()
    {
        // Longer than the 15 bytes that the kernel shows.
        string name = $"alys-name-locator-test-{Environment.ProcessId}";
        string program = _tree.PathOf(name);
        File.Copy("/bin/sleep", program);
        var locator = new NameLocator("/proc", name);
        Assert.Throws<CollectorException>(() => locator.Locate());

        using var first = new Child(program);
        await Until.HoldsAsync(() => Found(locator) == first.Pid);
        await first.EndAsync();
        Assert.Throws<CollectorException>(() => locator.Locate());

        using var second = new Child(program);
        await Until.HoldsAsync(() => Found(locator) == second.Pid);
    }

    public void Dispose() => _tree.Dispose();

    private static int? Found(NameLocator locator)
    {
        try
        {
            return locator.Locate().Pid;
        }
        catch (CollectorException)
        {
            return null;
        }
    }

    private NameLocator Locator(string name) => new(_tree.Root, name);
}
