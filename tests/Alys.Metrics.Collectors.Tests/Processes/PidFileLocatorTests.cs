using System.Globalization;
using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class PidFileLocatorTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly PidFileLocator _locator;

    public PidFileLocatorTests() => _locator = new PidFileLocator(_tree.Root, _tree.PathOf("node.pid"));

    [Theory]
    [InlineData("42")]
    [InlineData("42\n")]
    [InlineData("  42 \r\n")]
    [InlineData("42\n/var/lib/node\n1700000000\n")]
    public void The_first_line_is_the_pid(string content)
    {
        _tree.AddProcess(42, 1000);
        _tree.Write("node.pid", content);
        Assert.Equal(new ProcessIdentity(42, 1000), _locator.Locate());
    }

    [Fact]
    public void A_file_that_names_another_process_is_followed()
    {
        _tree.AddProcess(42, 1000);
        _tree.AddProcess(43, 2000);
        _tree.Write("node.pid", "42");
        _locator.Locate();
        _tree.Write("node.pid", "43");
        Assert.Equal(new ProcessIdentity(43, 2000), _locator.Locate());
    }

    [Fact]
    public void A_restart_that_gets_the_same_pid_is_another_process()
    {
        _tree.AddProcess(42, 1000);
        _tree.Write("node.pid", "42");
        _locator.Locate();
        _tree.AddProcess(42, 2000);
        Assert.Equal(new ProcessIdentity(42, 2000), _locator.Locate());
    }

    [Fact]
    public void A_missing_file_and_a_stale_one_are_told_apart()
    {
        CollectorException missing = Fails();
        Assert.Equal(CollectorFailure.NotFound, missing.Reason);
        Assert.Contains("does not exist", missing.Message, StringComparison.Ordinal);

        _tree.Write("node.pid", "42");
        CollectorException stale = Fails();
        Assert.Equal(CollectorFailure.NotFound, stale.Reason);
        Assert.Contains("names process 42, which is not running", stale.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("node")]
    [InlineData("42 43")]
    [InlineData("-42")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    public void A_file_without_a_pid_is_refused(string content)
    {
        _tree.Write("node.pid", content);
        Assert.Equal(CollectorFailure.InvalidResponse, Fails().Reason);
    }

    [Fact]
    public void A_huge_file_is_not_read_whole()
    {
        _tree.Write("node.pid", new string('9', 10_000_000));
        Assert.Equal(CollectorFailure.InvalidResponse, Fails().Reason);
    }

    [Fact]
    public void What_cannot_be_read_is_said_to_be_so()
    {
        var locator = new PidFileLocator(_tree.Root, _tree.Root);
        Assert.Equal(
            CollectorFailure.Permission, Assert.Throws<CollectorException>(() => locator.Locate()).Reason);
    }

    [Fact]
    public async Task A_real_restart_is_followed()
    {
        string file = _tree.PathOf("node.pid");
        var locator = new PidFileLocator("/proc", file);
        using var first = new Child();
        _tree.Write("node.pid", first.Pid.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(first.Pid, locator.Locate().Pid);
        await first.EndAsync();
        Assert.Throws<CollectorException>(() => locator.Locate());

        using var second = new Child();
        _tree.Write("node.pid", second.Pid.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(second.Pid, locator.Locate().Pid);
    }

    public void Dispose() => _tree.Dispose();

    private CollectorException Fails() => Assert.Throws<CollectorException>(() => _locator.Locate());
}
