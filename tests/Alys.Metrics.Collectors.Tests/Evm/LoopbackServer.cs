using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Collectors.Tests.Evm;

/// <summary>A real HTTP server on a free loopback port, which answers as the test says.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stop = new();
    private int _requests;

    private LoopbackServer(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    public Uri Url => new(_application.Urls.Single());

    /// <summary>How many requests came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The headers of the last request.</summary>
    public IHeaderDictionary Headers { get; private set; } = new HeaderDictionary();

    /// <summary>Answers a request, given its body.</summary>
    public Func<HttpContext, string, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Starts a server; on a port that one had before, to come back as the same.</summary>
    public static async Task<LoopbackServer> StartAsync(int port = 0)
    {
        var server = new LoopbackServer(port);
        await server._application.StartAsync();
        return server;
    }

    public void AnswerText(string text) => Answer = (context, _) => context.Response.WriteAsync(text);

    public void AnswerStatus(int status) => Answer = (context, _) =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>Never answers, until the server stops.</summary>
    public void Hang() => Answer = async (_, _) =>
    {
        var stopped = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = _stop.Token.Register(stopped.SetResult);
        await stopped.Task;
    };

    /// <summary>Announces more than it sends, then breaks the connection.</summary>
    public void BreakOff(string text) => Answer = async (context, _) =>
    {
        context.Response.ContentLength = text.Length + 100;
        await context.Response.WriteAsync(text);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Sends <paramref name="bytes"/> of blanks without telling how many.</summary>
    public void Flood(long bytes) => Answer = async (context, _) =>
    {
        byte[] chunk = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];
        for (long sent = 0; sent < bytes && !context.RequestAborted.IsCancellationRequested; sent += chunk.Length)
            await context.Response.Body.WriteAsync(chunk);
    };

    /// <summary>May be called twice: a test stops its node early, and the clean-up stops it again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _application.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Interlocked.Increment(ref _requests);
        Headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
        await Answer(context, await reader.ReadToEndAsync());
    }
}
