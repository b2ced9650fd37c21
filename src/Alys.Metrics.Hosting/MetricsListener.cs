using System.Net;
using Alys.Metrics.Hosting.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alys.Metrics.Hosting;

/// <summary>
/// A small web server for the metrics alone, apart from whatever the application serves, so that it answers on its own
/// address and neither's middleware touches the other. It takes nothing from the environment or the content root.
/// </summary>
/// <remarks><b>Threads:</b> started and stopped by the host; <see cref="Address"/> from any thread.</remarks>
public sealed class MetricsListener : IHostedService, IAsyncDisposable
{
    /// <summary>A scrape is one connection; this many are more than any set of Prometheus servers opens. Kestrel's own
    /// limit is not used: it refuses whoever comes when idle clients have all places.</summary>
    private const int MostConnections = 100;

    /// <summary>Prometheus keeps its connection from scrape to scrape, which are a minute apart at most, as a rule.
    /// </summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);

    private readonly IServiceProvider _application;
    private readonly AlysMetricsOptions _options;

    private WebApplication? _server;

    /// <summary>Made by the application's services.</summary>
    public MetricsListener(IServiceProvider application, IOptions<AlysMetricsOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _application = application;
        _options = options.Value;
    }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:9001</c>; null while it does not.</summary>
    public Uri? Address { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The address cannot be listened on; the message says why and what to
    /// do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.ListenEndPoint is not { } endPoint) return;
        _server = Build(endPoint);
        _server.MapPages(_application);
        try
        {
            await _server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new IOException(
                $"Cannot listen on {endPoint}: {error.GetBaseException().Message}. Choose another address or port.",
                error);
        }

        IServerAddressesFeature addresses = _server.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.First());
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private WebApplication Build(IPEndPoint endPoint)
    {
        var places = new ConnectionPlaces(MostConnections);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_application.GetRequiredService<ILoggerFactory>());
        // A page is sent by the thread that writes it. Passing each piece to another costs as much as the page.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(endPoint, listen => listen.Use(next => connection => places.ServeAsync(connection, next)));
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.KeepAliveTimeout = KeepAlive;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        });
        WebApplication server = builder.Build();
        server.Use(MarkBusyAsync);
        server.UseRouting();
        return server;
    }

    private static async Task MarkBusyAsync(HttpContext context, RequestDelegate next)
    {
        ConnectionPlace? place = context.Features.Get<ConnectionPlace>();
        place?.BeginRequest();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            place?.EndRequest();
        }
    }
}
