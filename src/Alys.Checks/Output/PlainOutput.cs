using System.Text;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Output;

/// <summary>Problems for people: where, what, the line, a mark below it, what to do.</summary>
public static class PlainOutput
{
    // A dashboard may be one line of a megabyte: of a longer line the part around the place is shown.
    private const int Widest = 400;
    private const int Before = 80;

    /// <summary>The text of a problem, in lines that end with a line feed.</summary>
    public static string Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Location where = problem.Where;
        SourceSpan all = where.File.SpanOf(where.Line);
        int column = Math.Min(where.Column - 1, all.Length);
        int start = all.Length > Widest ? Math.Max(0, column - Before) : 0;
        string line = where.File.Text.Substring(
            all.Start + start, Math.Min(Widest, all.Length - start));
        column -= start;

        // A problem may go over several lines; the mark stays in its first.
        int length = Math.Clamp(where.Span.Length, 1, Math.Max(1, line.Length - column));
        StringBuilder text = new();
        text.Append(where).Append(": ").Append(problem.Message).Append(" [").Append(problem.Check).Append("]\n");
        text.Append("  ").Append(line.Replace('\t', ' ')).Append('\n');
        text.Append(' ', column + 2).Append('^', length).Append('\n');
        if (problem.Help.Length > 0) text.Append("  ").Append(problem.Help).Append('\n');
        return text.ToString();
    }
}
