using Alys.Metrics.Collectors;
using Alys.Metrics.Node;

namespace Alys.Metrics.Hosting.Tests;

/// <summary>A collector whose source is there or not, as the test says.</summary>
internal sealed class SwitchedCollector(string name, bool works) : ICollector
{
    internal bool Works { get; set; } = works;

    public string Name => name;

    public Task<CollectedRound> CollectAsync(CancellationToken cancellation) => Works
        ? Task.FromResult(new CollectedRound(() => { }))
        : throw new CollectorException(CollectorFailure.Connection, "the node does not answer");

    public void Forget()
    {
    }
}
