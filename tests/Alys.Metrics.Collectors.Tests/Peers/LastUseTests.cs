using Alys.Metrics.Collectors.Peers;

namespace Alys.Metrics.Collectors.Tests.Peers;

public sealed class LastUseTests : IDisposable
{
    private readonly MemoryStream _resource = new();
    private readonly LastUse _use;

    public LastUseTests() => _use = new LastUse(_resource);

    private bool IsGone => !_resource.CanRead;

    [Fact]
    public void Nothing_goes_while_it_is_used()
    {
        Assert.True(_use.TryEnter());
        Assert.True(_use.TryEnter());
        _use.Dispose();
        _use.Dispose();
        Assert.False(IsGone);

        _use.Leave();
        Assert.False(IsGone);
        _use.Leave();
        Assert.True(IsGone);
    }

    [Fact]
    public void Whoever_comes_and_goes_before_the_end_leaves_it_as_it_is()
    {
        Assert.True(_use.TryEnter());
        _use.Leave();
        Assert.False(IsGone);
    }

    [Fact]
    public void Nobody_enters_after_the_end()
    {
        _use.Dispose();
        Assert.True(IsGone);
        Assert.False(_use.TryEnter());
    }

    [Fact]
    public async Task Of_all_who_use_it_at_once_nobody_sees_it_gone()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        for (int round = 0; round < 200; round++)
        {
            using MemoryStream resource = new();
            LastUse use = new(resource);
            using Barrier together = new(3);
            Task[] users =
            [
                .. Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
                    () => Use(use, resource, together), cancellation, TaskCreationOptions.LongRunning,
                    TaskScheduler.Default)),
            ];
            together.SignalAndWait(cancellation);
            use.Dispose();
            await Task.WhenAll(users);
            Assert.False(resource.CanRead);
        }
    }

    public void Dispose()
    {
        _use.Dispose();
        _resource.Dispose();
    }

    private static void Use(LastUse use, MemoryStream resource, Barrier together)
    {
        together.SignalAndWait(TestContext.Current.CancellationToken);
        while (use.TryEnter())
        {
            bool isThere = resource.CanRead;
            use.Leave();
            Assert.True(isThere);
        }
    }
}
