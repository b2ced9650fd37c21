using Alys.Checks.Catalogs;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Reading;

/// <summary>What rules record, as far as their expressions tell.</summary>
internal static class RecordedMetrics
{
    private const string Name = "__name__";

    /// <summary>The metrics of all recording rules; a rule may use what another records, in any order.</summary>
    public static IReadOnlyList<MetricFamily> Of(IReadOnlyList<RuleFile> files, KnownMetrics known)
    {
        Rule[] rules = [.. files.SelectMany(file => file.Rules).Where(rule => !rule.IsAlert)];
        List<MetricFamily> recorded = [.. rules.Select(rule => Unknown(rule.Name))];
        // Rules upon rules upon rules: what is known passes on by one step in each round.
        for (int round = 0; round < 4; round++)
        {
            Layered schema = new(known, recorded);
            recorded = [.. rules.GroupBy(rule => rule.Name).Select(same => Family(same.Key, [.. same], schema))];
        }

        return recorded;
    }

    private static MetricFamily Unknown(string name) =>
        new() { Name = name, Kind = MetricKind.Unknown, HasOtherLabels = true, HasTargetLabels = false };

    private static MetricFamily Family(string name, Rule[] rules, IMetricSchema schema)
    {
        if (rules.Length > 1 || rules[0].Expression.Parsed is not { IsValid: true, Root: { } root })
            return Unknown(name);
        ExpressionFacts facts = ExpressionInference.Infer(root, schema).Result;
        IEnumerable<MetricLabel> labels = facts.Labels.Known
            .Where(pair => pair.Key != Name && pair.Value.Presence != LabelPresence.Never
                && rules[0].Label(pair.Key) is null)
            .Select(pair => new MetricLabel(
                pair.Key, pair.Value.Values, pair.Value.Presence == LabelPresence.Possible));
        IEnumerable<MetricLabel> added = rules[0].Labels.Select(entry =>
            new MetricLabel(entry.Key.Value, entry.Value is ScalarNode value ? [value.Value] : null));
        return new MetricFamily
        {
            Name = name,
            // It is calculated anew each time, so it is a gauge unless its expression passes a counter on.
            Kind = facts.Kind == MetricKind.Counter && root is not VectorSelector ? MetricKind.Gauge : facts.Kind,
            Labels = [.. labels, .. added],
            Unit = facts.Unit,
            HasOtherLabels = facts.Labels.IsOpen,
            HasTargetLabels = false,
            BucketsOf = facts.Buckets,
        };
    }

    private sealed class Layered(KnownMetrics known, IReadOnlyList<MetricFamily> recorded) : IMetricSchema
    {
        private readonly Dictionary<string, MetricFamily> _recorded =
            recorded.DistinctBy(family => family.Name).ToDictionary(family => family.Name, StringComparer.Ordinal);

        public IReadOnlyList<MetricLabel> TargetLabels => known.TargetLabels;

        public MetricFamily? Find(string family) => _recorded.GetValueOrDefault(family) ?? known.Find(family);
    }
}
