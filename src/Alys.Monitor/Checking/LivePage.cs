using System.Net.Http.Headers;
using Alys.Checks.Catalogs;
using Alys.Checks.Live;
using Alys.Checks.Sources;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Checking;

/// <summary>Reads the metrics page of something that runs.</summary>
internal static class LivePage
{
    // A page larger than Prometheus may be told to take is none of a node.
    private const int LargestPage = 64 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks for the page as a scrape does, and reads it.</summary>
    /// <exception cref="UsageException">There is no answer, or it is no page.</exception>
    public static async Task<LiveMetrics> ReadAsync(Uri url, CancellationToken stop)
    {
        using HttpClient http = Loopback.ClientFor(url, Patience);
        http.MaxResponseContentBufferSize = LargestPage;
        using HttpRequestMessage request = new(HttpMethod.Get, url);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("text/plain; version=0.0.4"));
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, stop);
            response.EnsureSuccessStatusCode();
            string text = await response.Content.ReadAsStringAsync(stop);
            return MetricsPage.Read(new SourceFile(url.ToString(), text), SeriesBudgetCheck.Budget);
        }
        catch (HttpRequestException e)
        {
            throw new UsageException($"--metrics: {url} does not answer with a page ({e.Message.TrimEnd('.')})", e);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new UsageException($"--metrics: {url} did not answer within {Patience.TotalSeconds:0} s", e);
        }
        catch (PageFormatException e)
        {
            throw new UsageException($"--metrics: {e.Message}; name the page that Prometheus scrapes", e);
        }
    }
}
