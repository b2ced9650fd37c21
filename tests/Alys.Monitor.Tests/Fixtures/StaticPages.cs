using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Serves pages that stay as they are.</summary>
public sealed class StaticPages : IAsyncDisposable
{
    private readonly WebApplication _server;

    private StaticPages(WebApplication server) => _server = server;

    public IPEndPoint Endpoint => IPEndPoint.Parse(new Uri(_server.Urls.Single()).Authority);

    /// <summary>Starts to serve.</summary>
    /// <param name="pages">Path, content type and content of each.</param>
    public static async Task<StaticPages> StartAsync(params (string Path, string ContentType, byte[] Page)[] pages)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        server.Run(async context =>
        {
            (_, string contentType, byte[] page) = pages.Single(page => page.Path == context.Request.Path);
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(page, context.RequestAborted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new StaticPages(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
