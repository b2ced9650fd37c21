using Alys.Monitor.Pictures;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Alerting;

/// <summary>What <c>up</c> runs for alerts, from its start to its end: Alertmanager, the webhook that shows what it
/// tells, and node exporter. Disposing stops whatever was started.</summary>
internal sealed class AlertingParts(AlertingSettings settings, Surroundings surroundings) : IAsyncDisposable
{
    private const int MostNotices = 1_000;

    private AlertmanagerPackage? _package;
    private string? _nodeExporterProgram;
    private WebhookReceiver? _webhook;
    private SupervisedProcess? _alertmanager;
    private SupervisedProcess? _nodeExporter;

    /// <summary>Finds or downloads the programs.</summary>
    /// <exception cref="UsageException">One is not there and cannot be had.</exception>
    public async Task PrepareAsync(CancellationToken stop)
    {
        (AlysHome home, LiveLine line, _) = surroundings;
        _package = await AlertmanagerPackage.EnsureAsync(home, line.Progress, stop);
        _nodeExporterProgram = await NodeExporter.EnsureAsync(home, line.Progress, stop);
    }

    /// <summary>Starts everything and waits until it answers: whoever is told first.</summary>
    /// <exception cref="StackException">A part ended or was not ready in time.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        (AlysHome home, LiveLine line, TimeProvider clock) = surroundings;
        _webhook = await WebhookReceiver.StartAsync(settings.Webhook, new NoticeBoard(line.Write, MostNotices), stop);
        line.Progress("alertmanager: starting");
        _alertmanager = await AlertmanagerServer.StartAsync(
            _package!, home, settings.Alertmanager, AlertmanagerConfig.Render(settings.Webhook), line.Write, clock,
            stop);
        line.Progress("node-exporter: starting");
        _nodeExporter = await NodeExporter.StartAsync(
            _nodeExporterProgram!, home, settings.NodeExporter, line.Write, clock, stop);
    }

    /// <summary>A line that says where alerts go.</summary>
    public string WhereToLook() => $"alerts      http://{settings.Alertmanager} (Alertmanager); they are shown here";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_nodeExporter is not null)
            await _nodeExporter.DisposeAsync();
        if (_alertmanager is not null)
            await _alertmanager.DisposeAsync();
        if (_webhook is not null)
            await _webhook.DisposeAsync();
    }
}
