using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Catalogs;

/// <summary>The catalog as a text, so that what is wrong in it has a place: a line for each metric.</summary>
internal static class CatalogText
{
    private const string Path = "catalog";

    /// <summary>The line of a metric.</summary>
    public static Location At(KnownMetrics metrics, string name)
    {
        string text = string.Concat(metrics.Own.Select(metric => $"{metric.Type} {metric.Family.Name}\n"));
        int start = text.IndexOf($" {name}\n", StringComparison.Ordinal) + 1;
        return new SourceFile(Path, text).At(new SourceSpan(start, name.Length));
    }
}
