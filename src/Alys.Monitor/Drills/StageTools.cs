using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>The programs of a stage.</summary>
/// <param name="Node">The development node.</param>
/// <param name="Prometheus">The server with its companion.</param>
/// <param name="Alertmanager">Who tells.</param>
/// <param name="NodeExporter">The path of node exporter.</param>
/// <param name="Countries">The path of the file of countries; null: it cannot be had.</param>
internal sealed record StageTools(
    DevNodeProgram Node,
    PrometheusPackage Prometheus,
    AlertmanagerPackage Alertmanager,
    string NodeExporter,
    string? Countries)
{
    /// <summary>Finds or downloads them into a home.</summary>
    /// <exception cref="UsageException">One is not there and cannot be had.</exception>
    public static async Task<StageTools> EnsureAsync(
        AlysHome home, string? countries, Action<string> progress, CancellationToken cancellation) => new(
            DevNodeProgram.Locate(),
            await PrometheusPackage.EnsureAsync(home, progress, cancellation),
            await AlertmanagerPackage.EnsureAsync(home, progress, cancellation),
            await Stack.NodeExporter.EnsureAsync(home, progress, cancellation),
            countries);
}
