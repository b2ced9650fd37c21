using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>HTTP to parts on this machine: no proxy, short deadlines.</summary>
internal static class Loopback
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);

    /// <summary>A port of this machine that others cannot reach.</summary>
    public static IPEndPoint At(int port) => new(IPAddress.Loopback, port);

    /// <summary>A client for parts on this machine.</summary>
    /// <param name="deadline">How long an answer may take. Default: 2 s.</param>
    public static HttpClient Client(TimeSpan? deadline = null) =>
        new(new SocketsHttpHandler { UseProxy = false }) { Timeout = deadline ?? RequestTimeout };

    /// <summary>A client for what may be here or elsewhere: a proxy is used for what is elsewhere only.</summary>
    public static HttpClient ClientFor(Uri url, TimeSpan deadline) =>
        url.IsLoopback ? Client(deadline) : new HttpClient { Timeout = deadline };

    /// <summary>Whether a part answers a GET with anything but "not yet" (503).</summary>
    public static async Task<bool> AnswersAsync(HttpClient http, Uri url, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(url, cancellation);
            return response.StatusCode != HttpStatusCode.ServiceUnavailable;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
