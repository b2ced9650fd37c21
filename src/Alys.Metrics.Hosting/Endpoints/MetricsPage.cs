using System.Globalization;
using System.IO.Pipelines;
using Alys.Metrics.Exposition;
using Alys.Metrics.Hosting.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary>
/// <c>/metrics</c>: the registry in the format and encoding that the client asked for. It is written piece by piece at
/// the speed of its reader, so one that reads slowly holds up neither other scrapes nor memory. A page that cannot be
/// whole in time is refused or broken off, so that nobody takes a part of it for all.
/// </summary>
internal sealed class MetricsPage
{
    /// <summary>Bytes between two flushes: below Kestrel's default output buffer of 64 KiB, where it starts to wait.
    /// </summary>
    private const int PieceSize = 32 * 1024;

    private static readonly StringValues Vary = new(["Accept", "Accept-Encoding"]);

    private readonly MetricRegistry _registry;
    private readonly AlysMetricsOptions _options;
    private readonly TimeProvider _clock;
    private readonly EnumFamily<Counter, ScrapeFailure> _failed;
    private readonly NegotiationMemory _negotiation = new();

    /// <summary>Scrapes under way.</summary>
    private int _scrapes;

    public MetricsPage(MetricRegistry registry, IOptions<AlysMetricsOptions> options, TimeProvider clock)
    {
        _registry = registry;
        _clock = clock;
        _options = options.Value;
        _failed = registry.CounterFamily<ScrapeFailure>(
            "alys_metrics_scrapes_failed_total",
            "Scrapes without a whole page: refused as one too many, out of time, or left by the client.",
            "reason");
    }

    public async Task WriteAsync(HttpContext context)
    {
        Negotiated page = _negotiation.Of(context.Request.Headers);
        HttpResponse response = context.Response;
        response.ContentType = Negotiation.ContentType(page.Format);
        response.Headers.Vary = Vary;
        response.Headers.CacheControl = "no-store";
        if (page.Gzip) response.Headers.ContentEncoding = "gzip";
        if (HttpMethods.IsHead(context.Request.Method)) return;

        if (Interlocked.Increment(ref _scrapes) <= _options.MaxConcurrentScrapes)
        {
            try
            {
                await ScrapeAsync(context, page).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _scrapes);
            }

            return;
        }

        Interlocked.Decrement(ref _scrapes);
        _failed[ScrapeFailure.Busy].Increment();
        response.Headers.RetryAfter = "1";
        await RefuseAsync(context, string.Create(
            CultureInfo.InvariantCulture,
            $"{_options.MaxConcurrentScrapes} scrapes are under way, which is the most at once: try again."))
            .ConfigureAwait(false);
    }

    private async Task ScrapeAsync(HttpContext context, Negotiated page)
    {
        TimeSpan limit = ScrapeTime.Limit(context.Request.Headers[ScrapeTime.Header], _options.ScrapeTimeout);
        using var time = new CancellationTokenSource(limit, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, context.RequestAborted);
        using Scrape scrape = Begin(context.Request, page.Format);
        // Half of the time, so that a callback that hangs does not cost the whole page.
        await scrape.ReadCallbacksAsync(limit / 2, stop.Token).ConfigureAwait(false);
        if (time.IsCancellationRequested)
        {
            _failed[ScrapeFailure.Timeout].Increment();
            await RefuseAsync(context, "The time for the scrape was over before the page was begun.")
                .ConfigureAwait(false);
            return;
        }

        PipeWriter body = context.Response.BodyWriter;
        bool whole = page.Gzip
            ? await WriteGzipAsync(scrape, body, stop.Token).ConfigureAwait(false)
            : await WriteAsync(scrape, body, null, stop.Token).ConfigureAwait(false);
        if (whole) return;
        // Breaking off for the time aborts the request too, so the time is asked.
        _failed[time.IsCancellationRequested ? ScrapeFailure.Timeout : ScrapeFailure.Disconnected].Increment();
        context.Abort();
    }

    private Scrape Begin(HttpRequest request, ExpositionFormat format) =>
        request.QueryString.HasValue && request.Query.TryGetValue("name[]", out StringValues names)
            ? _registry.Scrape(format, names)
            : _registry.Scrape(format);

    private static async Task<bool> WriteGzipAsync(Scrape scrape, PipeWriter body, CancellationToken stop)
    {
        using GzipPage page = GzipPage.Begin(body);
        return await WriteAsync(scrape, body, page, stop).ConfigureAwait(false);
    }

    /// <summary>Writes all pieces; false when the time was over, or the client gone, before the last.</summary>
    private static async Task<bool> WriteAsync(
        Scrape scrape, PipeWriter body, GzipPage? compressed, CancellationToken stop)
    {
        try
        {
            bool more;
            do
            {
                more = compressed is null ? scrape.WriteNext(body, PieceSize) : Compress(scrape, compressed);
                FlushResult flushed = await body.FlushAsync(stop).ConfigureAwait(false);
                if (flushed.IsCompleted || flushed.IsCanceled || stop.IsCancellationRequested) return false;
            }
            while (more);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static bool Compress(Scrape scrape, GzipPage page)
    {
        bool more = scrape.WriteNext(page, PieceSize);
        page.Compress();
        if (!more) page.Complete();
        return more;
    }

    private static Task RefuseAsync(HttpContext context, string line)
    {
        HttpResponse response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.ContentEncoding = default;
        return response.WriteAsync(line + "\n", context.RequestAborted);
    }
}
