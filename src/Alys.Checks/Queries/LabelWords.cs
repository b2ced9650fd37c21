using Alys.PromQL.Inference;

namespace Alys.Checks.Queries;

/// <summary>Labels in the words of a problem.</summary>
internal static class LabelWords
{
    /// <summary>A sentence that names the labels that a result has or may have, without the metric's name.</summary>
    public static string Has(LabelFacts labels)
    {
        string[] names =
        [
            .. labels.Sure.Concat(labels.Possible).Where(name => name != "__name__").Order(StringComparer.Ordinal),
        ];
        return names.Length == 0 ? "It has none." : $"It has {string.Join(", ", names)}.";
    }
}
