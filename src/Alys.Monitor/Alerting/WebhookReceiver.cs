using System.Net;
using System.Text.Json;
using Alys.Monitor.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alys.Monitor.Alerting;

/// <summary>Where Alertmanager posts to in <c>up</c>: <c>/alerts</c>, and <c>/watchdog</c> for the alert that always
/// fires. What arrives goes to a <see cref="NoticeBoard"/>.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    // Alertmanager sends a group as a whole; a thousand alerts with long texts are about a megabyte.
    private const long LongestMessage = 4 << 20;
    private const int MostConnections = 16;
    private const string Json = "application/json";

    private readonly WebApplication _server;

    private WebhookReceiver(WebApplication server) => _server = server;

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => IPEndPoint.Parse(new Uri(_server.Urls.Single()).Authority);

    /// <summary>Starts to listen.</summary>
    /// <param name="listen">Where; port 0: any that is free.</param>
    /// <param name="board">Takes what arrives.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="UsageException">It cannot listen there.</exception>
    public static async Task<WebhookReceiver> StartAsync(
        IPEndPoint listen, NoticeBoard board, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(listen);
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LongestMessage;
            options.Limits.MaxConcurrentConnections = MostConnections;
        });
        WebApplication server = builder.Build();
        server.Run(context => AnswerAsync(context, board));
        try
        {
            await server.StartAsync(cancellation);
            return new WebhookReceiver(server);
        }
        catch (IOException e)
        {
            await server.DisposeAsync();
            throw new UsageException($"{e.Message} ({AlertingSettings.WebhookPortSetting.OptionName})", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context, NoticeBoard board)
    {
        HttpRequest request = context.Request;
        bool isWatchdog = request.Path == "/watchdog";
        // A page in a browser of this machine may post, but not with this type unless it is allowed to.
        context.Response.StatusCode = !isWatchdog && request.Path != "/alerts" ? StatusCodes.Status404NotFound
            : !HttpMethods.IsPost(request.Method) ? StatusCodes.Status405MethodNotAllowed
            : request.ContentType?.StartsWith(Json, StringComparison.OrdinalIgnoreCase) != true
                ? StatusCodes.Status415UnsupportedMediaType
            : await TakeAsync(request, board, isWatchdog, context.RequestAborted);
    }

    private static async Task<int> TakeAsync(
        HttpRequest request, NoticeBoard board, bool isWatchdog, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<AlertNotice> notices = await WebhookMessage.ReadAsync(request.Body, cancellation);
            if (isWatchdog)
                board.AddWatchdog();
            else
                board.Add(notices);
            return StatusCodes.Status200OK;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
    }
}
