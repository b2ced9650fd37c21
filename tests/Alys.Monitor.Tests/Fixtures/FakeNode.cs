using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Alys.Monitor.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A node that has two faults and a page of metrics, and does nothing else. Its answers are those that the
/// development node promises.</summary>
public sealed class FakeNode : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, FaultState> _faults = new()
    {
        ["peers-gone"] = new("peers-gone", "All peers leave.", false, 0),
        ["sync-stalled"] = new("sync-stalled", "No block is imported.", false, 0),
    };

    private FakeNode(WebApplication server) => _server = server;

    /// <summary>Where it listens, for pages and faults alike.</summary>
    public IPEndPoint Endpoint => IPEndPoint.Parse(new Uri(_server.Urls.Single()).Authority);

    public Uri Url => new($"http://{Endpoint}");

    /// <summary>The page of metrics.</summary>
    public string Page { get; set; } = "";

    /// <summary>The query of the last request for it.</summary>
    public string Query { get; private set; } = "";

    /// <summary>What it answers instead of faults, when it is no node of ours.</summary>
    public (int Status, string Text)? Stranger { get; set; }

    public static async Task<FakeNode> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        FakeNode node = new(builder.Build());
        node._server.Run(node.AnswerAsync);
        await node._server.StartAsync(TestContext.Current.CancellationToken);
        return node;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path[0] == "metrics")
        {
            Query = context.Request.QueryString.Value!;
            await context.Response.WriteAsync(Page);
        }
        else if (Stranger is { } stranger)
        {
            context.Response.StatusCode = stranger.Status;
            await context.Response.WriteAsync(stranger.Text);
        }
        else if (path.Length == 1)
        {
            await context.Response.WriteAsJsonAsync(_faults.Values.OrderBy(fault => fault.Name));
        }
        else if (!_faults.ContainsKey(path[1]))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsJsonAsync(new { error = "there is no such fault" });
        }
        else
        {
            await ChangeAsync(context, path[1]);
        }
    }

    private async Task ChangeAsync(HttpContext context, string name)
    {
        int seconds = context.Request.Method == HttpMethods.Delete
            ? 0
            : int.Parse(context.Request.Query["seconds"]!, CultureInfo.InvariantCulture);
        if (seconds > 3600)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = "seconds must be from 1 to 3600" });
            return;
        }

        _faults[name] = _faults[name] with { Active = seconds > 0, SecondsLeft = seconds };
        await context.Response.WriteAsJsonAsync(_faults[name]);
    }
}
