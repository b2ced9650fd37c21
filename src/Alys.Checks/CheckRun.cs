using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.Checks.Suppressions;

namespace Alys.Checks;

/// <summary>Runs checks over a subject.</summary>
public static class CheckRun
{
    /// <summary>The check that tells of a comment that switches a check off without a reason, or for nothing, or was to
    /// and does not.</summary>
    public const string Comment = "comment/check-off";

    private const string OfTheMoment = "live/";

    /// <summary>All problems that no comment is about, in the order of the files.</summary>
    /// <param name="subject">What is checked.</param>
    /// <param name="checks">The checks.</param>
    /// <param name="files">The files, for the comments in them.</param>
    /// <remarks><b>Threads:</b> any.</remarks>
    public static IReadOnlyList<Problem> Find(
        Subject subject, IEnumerable<ICheck> checks, IEnumerable<SourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(checks);
        ICheck[] all = [.. checks];
        // Of a file that is left out, such as a copy of rules for Kubernetes, no comment is needed or missed.
        HashSet<SourceFile> known = [.. subject.Files];
        Suppression[] suppressions = [.. files.Where(known.Contains).SelectMany(SuppressionReader.Read)];
        HashSet<Suppression> used = [];
        List<Problem> left = [.. subject.Unreadable];
        foreach (Problem problem in all.SelectMany(check => check.Find(subject)))
        {
            Suppression[] about = [.. suppressions.Where(comment => comment.IsAbout(problem))];
            used.UnionWith(about);
            if (about.Length == 0) left.Add(problem);
        }

        left.AddRange(known.SelectMany(MisspeltSuppressions.Find));
        left.AddRange(suppressions.SelectMany(comment => Judge(comment, used.Contains(comment), all)));
        return
        [
            .. left.DistinctBy(problem => (problem.Check, problem.Where, problem.Message))
                .OrderBy(problem => problem.Where.File.Path, StringComparer.Ordinal)
                .ThenBy(problem => problem.Where.Span.Start)
                .ThenBy(problem => problem.Check, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Problem> Judge(Suppression comment, bool isUsed, ICheck[] checks)
    {
        if (comment.Reason.Length == 0)
        {
            yield return new Problem(
                Comment, comment.Where, $"{comment.Check} is switched off without a reason",
                "Write a colon and the reason behind it.");
        }

        if (AllChecks.List.All(check => check.Id != comment.Check))
        {
            yield return new Problem(
                Comment, comment.Where, $"there is no check {comment.Check} to switch off",
                Near.Sentence(comment.Check, AllChecks.List.Select(check => check.Id)));
        }

        // With some of the checks only, nothing can be said of the others; what runs may need the comment tomorrow.
        if (!isUsed && !comment.Check.StartsWith(OfTheMoment, StringComparison.Ordinal)
            && checks.Any(check => check.Id == comment.Check))
        {
            yield return new Problem(
                Comment, comment.Where, $"{comment.Check} finds nothing here, so it need not be switched off",
                "Take the comment out.");
        }
    }
}
