using System.Text;

namespace Alys.Metrics.Bench.Reports;

/// <summary>All rows in one table of Markdown, with columns that stand in line in a terminal too.</summary>
internal static class Table
{
    private static readonly Library[] Peers = [Library.PrometheusNet, Library.OpenTelemetry, Library.FromMemory];

    private static readonly string[] Head =
        ["what", "ours", .. Peers.Select(LabelValue.Of), "allocated: ours / p-n / OTel", "goal", "reached"];

    /// <param name="rows">In their order.</param>
    /// <param name="ratiosOnly">Without a duration: they are of one machine, and the ratios are for all.</param>
    public static string Of(IEnumerable<Row> rows, bool ratiosOnly)
    {
        string[][] lines = [Head, .. rows.Select(row => Cells(row, ratiosOnly))];
        int[] widths = [.. Head.Select((_, column) => lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        Append(text, lines[0], widths);
        Append(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (string[] line in lines.Skip(1)) Append(text, line, widths);
        return text.ToString();
    }

    private static string[] Cells(Row row, bool ratiosOnly) =>
    [
        row.What,
        Ours(row, ratiosOnly),
        .. Peers.Select(peer => Peer(row, peer, ratiosOnly)),
        Allocated(row),
        row.Goals.Count == 0 ? "–" : string.Join(", ", row.Goals.Select(goal => goal.Text)),
        row.Goals.Count == 0 ? "–" : Verdict(row.Goals),
    ];

    private static string Verdict(IReadOnlyList<Goal> goals) =>
        goals.All(goal => goal.Met) ? "yes" : string.Join(", ", goals.Select(goal => goal.Verdict));

    private static string Ours(Row row, bool ratiosOnly) =>
        row[Library.Alys] is not { } value ? "–" : ratiosOnly && row.Format == Quantity.Time ? "1" : row.Format(value);

    private static string Peer(Row row, Library peer, bool ratiosOnly)
    {
        if (row[peer] is not { } value) return "–";
        if (row.Ratio(peer) is not { } ratio) return row.Format(value);
        return ratiosOnly ? Quantity.Times(ratio) : $"{row.Format(value)} ({Quantity.Times(ratio)})";
    }

    private static string Allocated(Row row)
    {
        Library[] libraries = [Library.Alys, Library.PrometheusNet, Library.OpenTelemetry];
        string[] cells = [.. libraries.Select(library =>
            row.Measures.TryGetValue(library, out Measure measure) && measure.Allocated is { } bytes
                ? Quantity.Bytes(bytes)
                : "–")];
        return cells.All(cell => cell == "–") ? "–" : string.Join(" / ", cells);
    }

    private static void Append(StringBuilder text, string[] cells, int[] widths)
    {
        text.Append('|');
        for (int i = 0; i < cells.Length; i++) text.Append(' ').Append(cells[i].PadRight(widths[i])).Append(" |");
        text.Append('\n');
    }
}
