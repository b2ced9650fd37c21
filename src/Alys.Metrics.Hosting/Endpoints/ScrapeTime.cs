using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary>How long a scrape may take.</summary>
internal static class ScrapeTime
{
    /// <summary>The header in which Prometheus says after how many seconds it gives up.</summary>
    internal const string Header = "X-Prometheus-Scrape-Timeout-Seconds";

    /// <summary>Kept back for the way of the page: a tenth, at most this.</summary>
    private static readonly TimeSpan MostForTheWay = TimeSpan.FromSeconds(0.5);

    /// <summary>What the client grants, less something for the way, and never more than
    /// <paramref name="atMost"/>. What is no positive number grants nothing and is ignored.</summary>
    internal static TimeSpan Limit(StringValues header, TimeSpan atMost)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (header.Count != 1
            || !double.TryParse(header[0], NumberStyles.AllowDecimalPoint, culture, out double given)
            || !(given > 0))
        {
            return atMost;
        }

        // Compared as numbers: the header can be larger than any TimeSpan.
        double forTheWay = Math.Min(given / 10, MostForTheWay.TotalSeconds);
        double limit = given - forTheWay;
        return limit < atMost.TotalSeconds ? TimeSpan.FromSeconds(limit) : atMost;
    }
}
