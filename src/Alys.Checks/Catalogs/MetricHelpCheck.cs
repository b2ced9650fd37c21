using Alys.Checks.Subjects;

namespace Alys.Checks.Catalogs;

/// <summary>A metric that does not say what it is.</summary>
public sealed class MetricHelpCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "catalog/metric-help";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from metric in subject.Metrics.Own
               where metric.Help.Length == 0 || !metric.Help.EndsWith('.')
               select new Problem(
                   Id, CatalogText.At(subject.Metrics, metric.Family.Name),
                   metric.Help.Length == 0 ? $"{metric.Family.Name} has no help"
                       : $"the help of {metric.Family.Name} is no sentence",
                   "Write a sentence that an operator understands.");
    }
}
