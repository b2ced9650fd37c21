using System.Net;
using Alys.Monitor.Faults;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Pictures;

/// <summary>Asks a node for what the live line shows: a few families, and its faults.</summary>
/// <param name="http">Its deadline is how long an answer may take.</param>
/// <param name="page">Where the node serves its metrics.</param>
/// <param name="rpc">Where it serves its faults.</param>
internal sealed class NodeReader(HttpClient http, IPEndPoint page, IPEndPoint rpc)
{
    private readonly Uri _metrics = new(
        $"http://{page}/metrics?{string.Join('&', PairStatus.Families.Select(name => "name[]=" + name))}");

    private readonly NodeFaults _faults = new(http, new Uri($"http://{rpc}"));

    /// <summary>What it says now; never fails but by cancellation.</summary>
    public async Task<NodeView> ReadAsync(CancellationToken cancellation)
    {
        Task<IReadOnlyList<FaultState>> faults = FaultsAsync(cancellation);
        return new NodeView(await PageAsync(cancellation), await faults);
    }

    private async Task<MetricPage?> PageAsync(CancellationToken cancellation)
    {
        try
        {
            return MetricPage.Parse(await http.GetStringAsync(_metrics, cancellation));
        }
        catch (Exception e) when (e is HttpRequestException
            || e is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<FaultState>> FaultsAsync(CancellationToken cancellation)
    {
        try
        {
            return [.. (await _faults.ListAsync(cancellation)).Where(fault => fault.Active)];
        }
        catch (StackException)
        {
            return [];
        }
    }
}
