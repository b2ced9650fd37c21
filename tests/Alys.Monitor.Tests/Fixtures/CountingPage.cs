using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A page that says how often it was asked for: what is missing between two values was scraped and lost.
/// </summary>
internal sealed class CountingPage : IAsyncDisposable
{
    internal const string Name = "pages_total";

    private readonly WebApplication _server;
    private long _pages;

    private CountingPage(WebApplication server) => _server = server;

    internal IPEndPoint Endpoint => IPEndPoint.Parse(new Uri(_server.Urls.Single()).Authority);

    /// <summary>How many were asked for.</summary>
    internal long Pages => Interlocked.Read(ref _pages);

    internal static async Task<CountingPage> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        CountingPage page = new(builder.Build());
        page._server.Run(page.AnswerAsync);
        await page._server.StartAsync(TestContext.Current.CancellationToken);
        return page;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4";
        string text = string.Create(
            CultureInfo.InvariantCulture, $"# TYPE {Name} counter\n{Name} {Interlocked.Increment(ref _pages)}\n");
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
