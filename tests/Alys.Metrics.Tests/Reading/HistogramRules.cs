using System.Globalization;

namespace Alys.Metrics.Tests.Reading;

/// <summary>What the formats demand of a histogram. Source: OpenMetrics 1.0.0, "Histogram".</summary>
internal static class HistogramRules
{
    internal static void Check(ReadFamily family, ExpositionFormat format)
    {
        var seen = new HashSet<string>();
        string? current = null;
        List<ReadSample> metric = [];
        foreach (ReadSample sample in family.Samples)
        {
            string labels = string.Concat(sample.Labels
                .Where(label => label.Name != "le").Order().Select(label => $"\0{label.Name}\0{label.Value}"));
            if (labels != current)
            {
                if (metric.Count > 0) CheckMetric(family, metric, format);
                if (!seen.Add(labels)) throw FamilyRules.Broken(family, "the lines of a child are not together");
                metric = [];
                current = labels;
            }

            metric.Add(sample);
        }

        CheckMetric(family, metric, format);
    }

    private static void CheckMetric(ReadFamily family, List<ReadSample> metric, ExpositionFormat format)
    {
        ReadSample[] buckets = [.. metric.Where(sample => sample.Name == family.Name + "_bucket")];
        double sum = metric.Single(sample => sample.Name == family.Name + "_sum").Value;
        double count = metric.Single(sample => sample.Name == family.Name + "_count").Value;
        string[] bounds = [.. buckets.Select(bucket => bucket.Labels.Single(label => label.Name == "le").Value)];
        if (bounds.Length == 0 || bounds[^1] != "+Inf") throw FamilyRules.Broken(family, "the last bound is not +Inf");
        if (buckets[^1].Value != count) throw FamilyRules.Broken(family, "the bucket +Inf is not the count");
        if (!(sum >= 0)) throw FamilyRules.Broken(family, $"the sum is {sum}");
        double before = double.NegativeInfinity, cumulative = 0;
        foreach ((string bound, ReadSample bucket) in bounds.Zip(buckets))
        {
            if (!GoSpelling.IsOf(bound, format)) throw FamilyRules.Broken(family, $"Go does not spell le {bound}");
            double value = bound == "+Inf"
                ? double.PositiveInfinity : double.Parse(bound, CultureInfo.InvariantCulture);
            if (value <= before) throw FamilyRules.Broken(family, $"the bound {bound} is not above the one before");
            if (bucket.Value < cumulative || bucket.Value % 1 != 0)
                throw FamilyRules.Broken(family, $"the bucket {bound} holds {bucket.Value} after {cumulative}");
            (before, cumulative) = (value, bucket.Value);
        }
    }
}
