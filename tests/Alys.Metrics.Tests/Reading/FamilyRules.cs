namespace Alys.Metrics.Tests.Reading;

/// <summary>What the formats demand of families, beyond how a line looks.</summary>
internal static class FamilyRules
{
    /// <summary>The suffixes of the samples of each type. Source: OpenMetrics 1.0.0, "Metric Types".</summary>
    private static readonly Dictionary<string, string[]> OpenMetricsSuffixes = new()
    {
        ["counter"] = ["_total", "_created"],
        ["gauge"] = [""],
        ["histogram"] = ["_bucket", "_sum", "_count", "_created"],
        ["info"] = ["_info"],
        ["stateset"] = [""],
    };

    private static readonly Dictionary<string, string[]> TextSuffixes = new()
    {
        ["counter"] = [""],
        ["gauge"] = [""],
        ["histogram"] = ["_bucket", "_sum", "_count"],
    };

    internal static void CheckAll(List<ReadFamily> families, ExpositionFormat format)
    {
        var series = new HashSet<string>();
        var claimed = new Dictionary<string, string>();
        foreach (ReadFamily family in families)
        {
            string[] suffixes = Suffixes(family, format);
            string[] names = [.. suffixes.Select(suffix => family.Name + suffix)];
            foreach (string name in names.Append(family.Name).Distinct())
            {
                if (!claimed.TryAdd(name, family.Name))
                    throw Broken(family, $"the name {name} belongs to {claimed[name]} too");
            }

            Check(family, format, names, series);
        }
    }

    private static string[] Suffixes(ReadFamily family, ExpositionFormat format)
    {
        if (family.Type is null) throw Broken(family, "there is no TYPE");
        if (family.Help is null) throw Broken(family, "there is no HELP");
        Dictionary<string, string[]> known =
            format == ExpositionFormat.OpenMetrics ? OpenMetricsSuffixes : TextSuffixes;
        return known.GetValueOrDefault(family.Type) ?? throw Broken(family, $"the type {family.Type} is unknown");
    }

    private static void Check(
        ReadFamily family, ExpositionFormat format, string[] names, HashSet<string> series)
    {
        if (family.Samples.Count == 0) throw Broken(family, "metadata without a sample");
        foreach (ReadSample sample in family.Samples)
        {
            if (!names.Contains(sample.Name)) throw Broken(family, $"the sample {sample.Name} is no part of it");
            string key = sample.Name + string.Concat(sample.Labels.Order().Select(l => $"\0{l.Name}\0{l.Value}"));
            if (!series.Add(key)) throw Broken(family, $"two samples of {key}");
        }

        CheckValues(family);
        if (family.Type == "histogram") HistogramRules.Check(family, format);
        if (family.Unit is null) return;
        if (!family.Name.EndsWith("_" + family.Unit, StringComparison.Ordinal))
            throw Broken(family, $"the unit {family.Unit} is no suffix of the name");
        if (family.Type is "info" or "stateset") throw Broken(family, "it has no unit");
    }

    private static void CheckValues(ReadFamily family)
    {
        Func<ReadSample, bool> isFine = family.Type switch
        {
            "counter" => sample => sample.Value >= 0,
            "info" => sample => sample.Value == 1,
            "stateset" => sample => sample.Value is 0 or 1 && sample.Labels.Any(label => label.Name == family.Name),
            _ => _ => true,
        };
        if (family.Samples.FirstOrDefault(sample => !isFine(sample)) is { } bad)
            throw Broken(family, $"a {family.Type} cannot hold {bad}");
    }

    internal static PageFormatException Broken(ReadFamily family, string what) => new($"{family.Name}: {what}.");
}
