using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.EndToEnd;

/// <summary>Tests over one pair of nodes, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnePair : ICollectionFixture<Pair>
{
    public const string Name = "pair";
}
