namespace Alys.Metrics.Bench;

/// <summary>What is measured, and how.</summary>
/// <param name="Part">One of <see cref="Parts"/>.</param>
/// <param name="IsShort">A few minutes instead of many; good for a look, not for a table.</param>
/// <param name="IsMarkdown">The table and the machine for bench/README.md: ratios, no durations.</param>
internal sealed record BenchOptions(string Part, bool IsShort, bool IsMarkdown)
{
    public const string All = "all";

    /// <summary>Of a quarter of an hour, and therefore no part of <see cref="All"/>.</summary>
    public const string Node = "node";

    /// <summary>Of a quarter of an hour and with programs that are fetched, and therefore no part of
    /// <see cref="All"/> either.</summary>
    public const string Fleet = "fleet";

    public const string Usage =
        "[all | micro | scrapes | footprints | actors | node | fleet] [--job short] [--markdown], "
        + "or options of BenchmarkDotNet alone";

    public static readonly IReadOnlyList<string> Parts = [All, "micro", "scrapes", "footprints", "actors", Node, Fleet];

    /// <summary>Null: these are not options of ours.</summary>
    public static BenchOptions? Parse(string part, ReadOnlySpan<string> args)
    {
        bool isShort = false;
        bool isMarkdown = false;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--markdown") isMarkdown = true;
            else if (args[i] == "--job" && i + 1 < args.Length && args[i + 1] is "short" or "default")
                isShort = args[++i] == "short";
            else return null;
        }

        return new BenchOptions(part, isShort, isMarkdown);
    }

    /// <summary>Whether a part is to be run.</summary>
    public bool Has(string part) => Part == part || (Part == All && part is not (Node or Fleet));
}
