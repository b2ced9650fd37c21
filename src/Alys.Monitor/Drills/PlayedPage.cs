using System.Net;
using Alys.Monitor.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alys.Monitor.Drills;

/// <summary>A page of metrics whose text a drill says.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class PlayedPage : IAsyncDisposable
{
    private readonly WebApplication _server;

    private readonly Lock _lock = new();
    private string _text;

    private PlayedPage(WebApplication server, string text) => (_server, _text) = (server, text);

    /// <summary>What it says.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
                return _text;
        }
    }

    /// <summary>How long it takes to answer. Default: no time.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Where it is.</summary>
    public IPEndPoint Address => IPEndPoint.Parse(new Uri(_server.Urls.Single()).Authority);

    /// <summary>Begins to answer on a free port.</summary>
    public static async Task<PlayedPage> StartAsync(string text, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(Loopback.At(0));
            options.AddServerHeader = false;
        });
        WebApplication server = builder.Build();
        PlayedPage page = new(server, text);
        server.Run(async context =>
        {
            await Task.Delay(page.Delay, TimeProvider.System, context.RequestAborted);
            context.Response.ContentType = "text/plain; version=0.0.4";
            await context.Response.WriteAsync(page.Text, context.RequestAborted);
        });
        await server.StartAsync(cancellation);
        return page;
    }

    /// <summary>Lets it say something else in the place of a part.</summary>
    public void Replace(string part, string other)
    {
        lock (_lock)
        {
            _text = _text.Contains(part, StringComparison.Ordinal)
                ? _text.Replace(part, other, StringComparison.Ordinal)
                : throw new ArgumentException($"the page does not say '{part}'", nameof(part));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
