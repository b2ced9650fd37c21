namespace Alys.PromQL.Inference;

/// <summary>Which metrics there are.</summary>
public interface IMetricSchema
{
    /// <summary>The labels that every series gets when it is scraped, such as <c>job</c> and <c>instance</c>.</summary>
    IReadOnlyList<MetricLabel> TargetLabels { get; }

    /// <summary>The metric of a name, without <c>_bucket</c>, <c>_sum</c> and <c>_count</c>; null when there is none.
    /// </summary>
    MetricFamily? Find(string family);
}
