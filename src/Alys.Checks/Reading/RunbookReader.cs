using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Reading;

/// <summary>Reads the queries of runbooks: the blocks of <c>promql</c>, one query in each.</summary>
internal static class RunbookReader
{
    private const string Folder = "runbooks/";
    private const string Fence = "```";
    private const string Begin = Fence + "promql";

    /// <summary>The runbook in a file; null when the file is none.</summary>
    public static Runbook? Read(SourceFile file, PromQLOptions promQL)
    {
        if (!file.Path.Contains(Folder, StringComparison.Ordinal)
            || Path.GetFileName(file.Path) == "README.md")
        {
            return null;
        }

        List<Query> queries = [];
        int position = 0;
        while ((position = Find(file.Text, Begin, position)) >= 0)
        {
            int start = file.Text.IndexOf('\n', position) + 1;
            if (start == 0) break;
            // promqlx is another language; blanks and the CR of a line end change nothing.
            if (!file.Text.AsSpan(position + Begin.Length, start - position - Begin.Length).IsWhiteSpace())
            {
                position = start;
                continue;
            }

            int end = Find(file.Text, Fence, start);
            if (end < 0) break;
            string text = file.Text[start..end];
            queries.Add(new Query(
                file,
                PromQLParser.Parse(text.TrimEnd(), promQL),
                span => span with { Start = span.Start + start },
                SourceSpan.Between(position, end)));
            position = end + Fence.Length;
        }

        return new Runbook(file, queries);
    }

    // At the begin of a line only.
    private static int Find(string text, string what, int from)
    {
        for (int found = from; found < text.Length; found++)
        {
            found = text.IndexOf(what, found, StringComparison.Ordinal);
            if (found < 0) return -1;
            if (found == 0 || text[found - 1] == '\n') return found;
        }

        return -1;
    }
}
