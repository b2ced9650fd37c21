using System.IO.Compression;
using System.IO.Pipelines;
using Alys.Metrics.Exposition;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary>
/// <c>/metrics</c>: the registry in the format and encoding that the client asked for. It is written piece by piece at
/// the speed of its reader, so one that reads slowly holds up neither other scrapes nor memory.
/// </summary>
internal sealed class MetricsPage(MetricRegistry registry)
{
    /// <summary>Bytes between two flushes: below Kestrel's default output buffer of 64 KiB, where it starts to wait.
    /// </summary>
    private const int PieceSize = 32 * 1024;

    private static readonly StringValues Vary = new(["Accept", "Accept-Encoding"]);

    public async Task WriteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        ExpositionFormat format = Negotiation.Format(context.Request.Headers.Accept);
        response.ContentType = Negotiation.ContentType(format);
        response.Headers.Vary = Vary;
        response.Headers.CacheControl = "no-store";
        bool gzip = Negotiation.AcceptsGzip(context.Request.Headers.AcceptEncoding);
        if (gzip) response.Headers.ContentEncoding = "gzip";
        if (HttpMethods.IsHead(context.Request.Method)) return;

        Scrape scrape = registry.Scrape(format);
        if (gzip) await WriteGzipAsync(scrape, response.Body, context.RequestAborted).ConfigureAwait(false);
        else await WriteAsync(scrape, response.BodyWriter, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task WriteGzipAsync(Scrape scrape, Stream body, CancellationToken aborted)
    {
        var gzip = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            PipeWriter writer = PipeWriter.Create(gzip, new StreamPipeWriterOptions(leaveOpen: true));
            await WriteAsync(scrape, writer, aborted).ConfigureAwait(false);
            await writer.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(Scrape scrape, PipeWriter writer, CancellationToken aborted)
    {
        bool more;
        do
        {
            more = scrape.WriteNext(writer, PieceSize);
            FlushResult flushed = await writer.FlushAsync(aborted).ConfigureAwait(false);
            if (flushed.IsCompleted) return;
        }
        while (more);
    }
}
