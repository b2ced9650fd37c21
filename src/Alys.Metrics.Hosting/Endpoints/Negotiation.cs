using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary>
/// What a client gets for its <c>Accept</c> and <c>Accept-Encoding</c>. Each format has the quality of the most
/// specific
/// range that names it; the higher wins, and text 0.0.4 is what remains when nothing fits or nothing can be read.
/// Source: RFC 9110, 12.5; Prometheus, "Content negotiation".
/// </summary>
internal static class Negotiation
{
    /// <summary>How exactly a range names a format; 0: not at all.</summary>
    private const int AnyType = 1, AnySubtype = 2, Exact = 3, ExactWithVersion = 4;

    internal static string ContentType(ExpositionFormat format) => format == ExpositionFormat.OpenMetrics
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";

    internal static ExpositionFormat Format(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? ranges))
            return ExpositionFormat.Text;
        (double openMetrics, int named) = Quality(ranges, "application", "openmetrics-text", "1.0.0");
        (double text, _) = Quality(ranges, "text", "plain", "0.0.4");
        // A client that merely takes anything, as a browser does, gets text; one that names OpenMetrics can read it.
        return openMetrics > 0 && named >= Exact && openMetrics >= text
            ? ExpositionFormat.OpenMetrics
            : ExpositionFormat.Text;
    }

    internal static bool AcceptsGzip(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings))
            return false;
        double gzip = Quality(codings, "gzip") ?? Quality(codings, "*") ?? 0;
        return gzip > 0 && gzip >= (Quality(codings, "identity") ?? 0);
    }

    private static double? Quality(IList<StringWithQualityHeaderValue> codings, string coding) =>
        codings.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Quality ?? 1
            : null;

    private static (double Quality, int Named) Quality(
        IList<MediaTypeHeaderValue> ranges, string type, string subtype, string version)
    {
        double quality = 0;
        int best = 0;
        foreach (MediaTypeHeaderValue range in ranges)
        {
            int match = Match(range, type, subtype, version);
            if (match < best || match == 0) continue;
            double offered = range.Quality ?? 1;
            quality = match > best ? offered : Math.Max(quality, offered);
            best = match;
        }

        return (quality, best);
    }

    private static int Match(MediaTypeHeaderValue range, string type, string subtype, string version)
    {
        if (range.MatchesAllTypes) return AnyType;
        if (!range.Type.Equals(type, StringComparison.OrdinalIgnoreCase)) return 0;
        if (range.MatchesAllSubTypes) return AnySubtype;
        if (!range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase)) return 0;
        NameValueHeaderValue? asked = NameValueHeaderValue.Find(range.Parameters, "version");
        if (asked is null) return Exact;
        string given = HeaderUtilities.RemoveQuotes(asked.Value).ToString();
        return given == version ? ExactWithVersion : 0;
    }
}
