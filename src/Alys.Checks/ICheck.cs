using Alys.Checks.Subjects;

namespace Alys.Checks;

/// <summary>Looks for one kind of mistake.</summary>
/// <remarks><b>Threads:</b> any; a check has no state.</remarks>
public interface ICheck
{
    /// <summary>Its name in output, comments and <c>docs/checks</c>: kind and what is wrong, such as
    /// <c>promql/unknown-metric</c>.</summary>
    string Id { get; }

    /// <summary>All it finds, in any order.</summary>
    IEnumerable<Problem> Find(Subject subject);
}
