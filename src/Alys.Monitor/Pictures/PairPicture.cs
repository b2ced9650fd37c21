using System.Globalization;
using System.Net;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Pictures;

/// <summary>A v1 node and a v2 node on the same chain, and v2 in migration. Each is started again when it
/// ends.</summary>
internal sealed class PairPicture(PairSettings settings, Surroundings surroundings) : IPicture
{
    // What the chain has at the start: enough to look back on.
    private const int HistoryBlocks = 600;
    private const int SlotSeconds = 2;
    private static readonly TimeSpan ShowPause = TimeSpan.FromSeconds(1);

    private readonly LiveLine _line = surroundings.Line;
    private readonly TimeProvider _clock = surroundings.Clock;

    private DevNodeProgram? _program;
    private string? _countries;
    private SupervisedProcess? _main;
    private SupervisedProcess? _migration;

    /// <inheritdoc/>
    public IPEndPoint Main => settings.Main;

    /// <inheritdoc/>
    public IPEndPoint? Migration => settings.Migration;

    /// <inheritdoc/>
    public string ExampleQuery => "alys_migration_progress_percent{job=\"alys-migration\"}";

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken stop)
    {
        _program = DevNodeProgram.Locate();
        _countries = await new PeerCountries().TryFetchAsync(surroundings, stop);
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken stop)
    {
        // Said to both, so that they have the same chain; each of them alone would count back from its own start.
        long genesis = _clock.GetUtcNow().ToUnixTimeSeconds() - HistoryBlocks * SlotSeconds;
        string[] chain =
        [
            "--seed", Text(settings.Seed), "--genesis-unix-seconds", Text(genesis),
            "--slot-seconds", Text(SlotSeconds), .. _countries is null ? [] : (string[])["--countries", _countries],
        ];
        string phaseSeconds = settings.PhaseTime.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        PairNode main = new("v1", settings.Main, settings.MainRpc, chain);
        PairNode migration = new(
            "v2", settings.Migration, settings.MigrationRpc,
            [
                .. chain, "--migrate", "--phase-seconds", phaseSeconds,
                "--compare-with", $"http://{settings.MainRpc}",
            ]);
        _line.Progress("v1: starting");
        _main = await main.StartAsync(_program!, surroundings, stop);
        _line.Progress("v2: starting");
        _migration = await migration.StartAsync(_program!, surroundings, stop);
    }

    /// <inheritdoc/>
    public IEnumerable<string> WhereToLook() =>
    [
        $"v1          http://{settings.Main}/metrics",
        $"v2          http://{settings.Migration}/metrics (migrates, {Durations.ToText(settings.PhaseTime)} a phase)",
    ];

    /// <inheritdoc/>
    public IEnumerable<string> WhatToTry()
    {
        string where = settings.MigrationRpc.Port == PairSettings.DefaultMigrationRpcPort
            ? "" : $" --node http://{settings.MigrationRpc}";
        return [$"try         ./alys fault sync-stalled --for 60s{where}"];
    }

    /// <inheritdoc/>
    public async Task ShowAsync(CancellationToken end)
    {
        using HttpClient http = Loopback.Client();
        NodeReader main = new(http, settings.Main, settings.MainRpc);
        NodeReader migration = new(http, settings.Migration, settings.MigrationRpc);
        try
        {
            while (true)
            {
                Task<NodeView> v1 = main.ReadAsync(end);
                Task<NodeView> v2 = migration.ReadAsync(end);
                await Task.WhenAll(v1, v2);
                _line.Show(PairStatus.Compose(await v1, await v2), PairStatus.Subject(await v1, await v2));
                await Task.Delay(ShowPause, _clock, end);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_migration is not null)
            await _migration.DisposeAsync();
        if (_main is not null)
            await _main.DisposeAsync();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
