using Alys.Checks.Subjects;
using Alys.PromQL.Tree;

namespace Alys.Checks.Scraping;

/// <summary>A job that a query asks for and no configuration has.</summary>
public sealed class UnknownJobCheck : ICheck
{
    private const string Up = "up";

    /// <inheritdoc/>
    public string Id => "scrape/unknown-job";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        JobNames jobs = JobNames.Of(subject);
        if (jobs.IsOpen || subject.PrometheusConfigs.All(config => !config.Jobs.Any())) return [];
        return from query in subject.Queries
               from selector in query.Parsed.Root?.DescendantsAndSelf().OfType<VectorSelector>() ?? []
               where !jobs.IsHonored || selector.MetricName == Up
               from matcher in selector.Matchers
               where matcher.Label.Name == "job" && matcher.Matches("") == false
                   && matcher.Operator is MatchOperator.Equal or MatchOperator.Regex
                   && jobs.Names.All(job => matcher.Matches(job) == false)
               select new Problem(
                   Id, query.At(matcher.ValueSpan), $"no job is {matcher.Value}",
                   $"Prometheus is configured with {string.Join(", ", jobs.Names)}.")
               {
                   Element = query.Element,
               };
    }
}
