using Alys.DevNode.Chain;
using Alys.DevNode.Source;
using Microsoft.Extensions.Time.Testing;

namespace Alys.DevNode.Tests.Fixtures;

/// <summary>Made-up networks for tests.</summary>
internal static class Networks
{
    public static readonly DateTimeOffset Genesis = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ChainParameters Parameters(int seed = 1) => new(seed, Genesis, TimeSpan.FromSeconds(2), 8);

    /// <summary>A chain that has so many blocks.</summary>
    public static SimulatedChain Chain(Keys keys, long height, int seed = 1) =>
        new(Parameters(seed), keys, new FakeTimeProvider(Parameters(seed).SlotStart(height)));
}
