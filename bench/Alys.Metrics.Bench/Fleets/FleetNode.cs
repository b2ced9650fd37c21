using System.Collections.ObjectModel;
using System.Net;
using System.Net.Http.Headers;
using Alys.Metrics.Bench.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alys.Metrics.Bench.Fleets;

/// <summary>
/// Many nodes that cost nearly nothing: the page of one real development node, as it was a moment ago, served under as
/// many addresses as are wanted. So values change as a node's do, and what is measured is who reads them.
/// </summary>
internal sealed class FleetNode : IAsyncDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    private readonly ChildProcess _node;
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly WebApplication _server;
    private readonly Task _loop;
    private byte[] _page;
    private long _served;

    private FleetNode(ChildProcess node, Uri source, WebApplication server)
    {
        (_node, _server) = (node, server);
        _http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        _page = _http.GetByteArrayAsync(source).GetAwaiter().GetResult();
        _loop = FollowAsync(source);
    }

    /// <summary>Where the pages are: any path is one.</summary>
    public string Target => new Uri(_server.Urls.Single()).Authority;

    /// <summary>How many pages were served.</summary>
    public long Served => Interlocked.Read(ref _served);

    /// <summary>Starts the node and the server.</summary>
    /// <param name="folder">For the node's data.</param>
    public static async Task<FleetNode> StartAsync(string folder)
    {
        ChildProcess node = ChildProcess.Of(
            NodeProcess.Locate(), ReadOnlyDictionary<string, string>.Empty,
            "--mode", "v2", "--migrate", "--metrics-port", "0", "--rpc-port", "0", "--data-dir", folder);
        string line = node.ReadLine();
        while (!line.StartsWith("rpc ", StringComparison.Ordinal)) line = node.ReadLine();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        FleetNode? fleet = null;
        WebApplication server = builder.Build();
        server.Run(context => fleet!.AnswerAsync(context));
        fleet = new FleetNode(node, new Uri(new Uri(line.Split(' ')[^1]), "/metrics"), server);
        await server.StartAsync();
        return fleet;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _server.DisposeAsync();
        _node.Dispose();
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        byte[] page = Volatile.Read(ref _page);
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.ContentLength = page.Length;
        await context.Response.BodyWriter.WriteAsync(page, context.RequestAborted);
        Interlocked.Increment(ref _served);
    }

    private async Task FollowAsync(Uri source)
    {
        using PeriodicTimer timer = new(Refresh);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
                Volatile.Write(ref _page, await _http.GetByteArrayAsync(source, _stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
