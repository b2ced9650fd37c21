using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class PidLocatorTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly PidLocator _locator;

    public PidLocatorTests() => _locator = new PidLocator(_tree.Root, 42);

    [Fact]
    public void A_process_is_known_by_its_pid_and_start()
    {
        _tree.AddProcess(42, 1000, "a) b (c");
        Assert.Equal(new ProcessIdentity(42, 1000), _locator.Locate());
        Assert.Equal(new ProcessIdentity(42, 1000), _locator.Locate());
    }

    [Fact]
    public void A_process_that_starts_later_is_found() => Assert.Equal(1000, LocateAfterFailure().StartTicks);

    [Fact]
    public void A_process_that_ends_is_not_found()
    {
        _tree.AddProcess(42, 1000);
        _locator.Locate();
        _tree.RemoveProcess(42);
        Assert.StartsWith("Process 42 is not running: ", NotFound(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zombie_is_not_found()
    {
        _tree.AddProcess(42, 1000, state: 'Z');
        Assert.StartsWith("Process 42 is not running: ", NotFound(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_process_with_the_pid_is_not_taken_for_the_first()
    {
        _tree.AddProcess(42, 1000);
        _locator.Locate();
        _tree.RemoveProcess(42);
        NotFound();
        _tree.AddProcess(42, 2000);
        Assert.Contains("another process has its pid now", NotFound(), StringComparison.Ordinal);
        Assert.Contains("another process has its pid now", NotFound(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_process_is_found_until_it_ends()
    {
        using var child = new Child();
        var locator = new PidLocator("/proc", child.Pid);
        Assert.Equal(child.Pid, locator.Locate().Pid);
        await child.EndAsync();
        Assert.Throws<CollectorException>(() => locator.Locate());
    }

    public void Dispose() => _tree.Dispose();

    private ProcessIdentity LocateAfterFailure()
    {
        NotFound();
        _tree.AddProcess(42, 1000);
        return _locator.Locate();
    }

    private string NotFound()
    {
        CollectorException none = Assert.Throws<CollectorException>(() => _locator.Locate());
        Assert.Equal(CollectorFailure.NotFound, none.Reason);
        return none.Message;
    }
}
