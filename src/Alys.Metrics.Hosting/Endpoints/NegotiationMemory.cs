using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary>Remembers the last answer of <see cref="Negotiation"/>: a Prometheus asks for the same each time, and
/// reading what it asks for allocates more than all else in a scrape.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class NegotiationMemory
{
    private Entry? _last;

    internal Negotiated Of(IHeaderDictionary headers)
    {
        StringValues accept = headers.Accept;
        StringValues acceptEncoding = headers.AcceptEncoding;
        if (Volatile.Read(ref _last) is { } last && last.Accept == accept && last.AcceptEncoding == acceptEncoding)
            return last.Answer;
        var answer = new Negotiated(Negotiation.Format(accept), Negotiation.AcceptsGzip(acceptEncoding));
        Volatile.Write(ref _last, new Entry(accept, acceptEncoding, answer));
        return answer;
    }

    private sealed record Entry(StringValues Accept, StringValues AcceptEncoding, Negotiated Answer);
}

/// <summary>What a client gets.</summary>
internal readonly record struct Negotiated(ExpositionFormat Format, bool Gzip);
