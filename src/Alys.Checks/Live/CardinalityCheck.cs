using System.Globalization;
using Alys.Checks.Subjects;

namespace Alys.Checks.Live;

/// <summary>A target with nearly as many series as it may have.</summary>
public sealed class CardinalityCheck : ICheck
{
    /// <summary>The part of a limit from which on it is near.</summary>
    public const double Near = 0.8;

    private const int Most = 3;

    /// <inheritdoc/>
    public string Id => "live/cardinality";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from live in subject.Live
               from target in live.Targets
               where target.Series >= Near * target.Limit
               let largest = live.Families.OrderByDescending(family => family.Series).Take(Most)
                   .Select(family => string.Create(
                       CultureInfo.InvariantCulture, $"{family.Family.Name} ({family.Series})"))
               select new Problem(
                   Id, target.Where,
                   string.Create(CultureInfo.InvariantCulture,
                       $"{target.Name} has {target.Series} series of {target.Limit} that it may have"),
                   $"Most are of {string.Join(", ", largest)}: take a label away, or raise sample_limit.");
    }
}
