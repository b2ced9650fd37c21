namespace Alys.Metrics.Bench;

/// <summary>How a run of everything is to be done.</summary>
/// <param name="IsShort">Minutes instead of a quarter of an hour; good for a look, not for a table.</param>
/// <param name="IsMarkdown">The table and the machine for bench/README.md: ratios, no durations.</param>
internal sealed record BenchOptions(bool IsShort, bool IsMarkdown)
{
    public const string Usage =
        "bench [all | micro | scrapes | footprints] [--job short] [--markdown], or BenchmarkDotNet's own options";

    /// <summary>Null: these are not options of ours.</summary>
    public static BenchOptions? Parse(ReadOnlySpan<string> args)
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

        return new BenchOptions(isShort, isMarkdown);
    }
}
