using System.Globalization;
using Alys.Monitor.Stack;

namespace Alys.DevNode.Tests.Fixtures;

/// <summary>A v1 and a v2 node of one network, v2 migrating and comparing itself with v1. Slots are short, so that
/// tests are; the collectors' rounds are as they ship.</summary>
public sealed class Pair : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private NodeProcess? _v1;
    private NodeProcess? _v2;

    internal NodeProcess V1 => _v1!;

    internal NodeProcess V2 => _v2!;

    /// <summary>The repository's own, where what was downloaded once stays.</summary>
    internal static AlysHome SharedHome()
    {
        AlysHome home = AlysHome.Locate(null);
        home.Create();
        return home;
    }

    public async ValueTask InitializeAsync()
    {
        string genesis = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 30)
            .ToString(CultureInfo.InvariantCulture);
        string[] network = ["--genesis-unix-seconds", genesis, "--slot-seconds", "0.5", "--load", "40"];
        string countries = await CountryPackage.EnsureAsync(
            SharedHome(), _ => { }, TestContext.Current.CancellationToken);
        _v1 = await NodeProcess.StartAsync([.. network, "--mode", "v1", "--data-dir", _folder.Of("v1")]);
        _v2 = await NodeProcess.StartAsync(
            [.. network, "--data-dir", _folder.Of("v2"), "--migrate", "--phase-seconds", "30",
                "--compare-with", V1.Rpc.ToString(), "--countries", countries]);
        await Eventually.HoldsAsync(
            async () => (await V2.PageAsync())["alys_sync_state"] == 4
                && (await V2.PageAsync())["alys_migration_height_difference_blocks"] is not null,
            TimeSpan.FromSeconds(60), "v2 is synced and compares itself with v1");
    }

    public async ValueTask DisposeAsync()
    {
        if (_v2 is not null) await _v2.DisposeAsync();
        if (_v1 is not null) await _v1.DisposeAsync();
        _folder.Dispose();
    }
}
