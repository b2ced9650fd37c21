using Alys.Checks.Subjects;
using Alys.PromQL.Tree;

namespace Alys.Checks.Usage;

/// <summary>What queries read.</summary>
internal static class MetricNames
{
    /// <summary>The names of all series that some queries select.</summary>
    public static HashSet<string> Of(IEnumerable<Query> queries) =>
    [
        .. queries.SelectMany(query => query.Parsed.Root?.DescendantsAndSelf() ?? []).OfType<VectorSelector>()
            .Select(selector => selector.MetricName).OfType<string>(),
    ];

    /// <summary>Whether a family is read, by any of its series.</summary>
    public static bool Reads(this HashSet<string> names, string family) =>
        names.Contains(family) || names.Contains(family + "_bucket") || names.Contains(family + "_sum")
        || names.Contains(family + "_count");
}
