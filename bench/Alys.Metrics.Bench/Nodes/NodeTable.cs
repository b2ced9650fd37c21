using System.Globalization;
using System.Text;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Nodes;

/// <summary>What the product costs a node, as a table of Markdown: medians of the differences to the mean of the two
/// nodes without it, in brackets the quartiles, then the extremes.</summary>
internal static class NodeTable
{
    /// <summary>Percent of the CPU, and of the memory.</summary>
    private const double Goal = 1;

    private const double MemoryGoal = 8 << 20;
    private const double Mebi = 1 << 20;

    public static string Of(Dictionary<NodeVariant, NodeResult> results)
    {
        NodeResult off = results[NodeVariant.Off];
        double page = results[NodeVariant.Product].PageBytes;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{off.Steps.Count} rounds in {off.Warming.Count} starts, ");
        text.Append(CultureInfo.InvariantCulture, $"memory in {off.Memory.Count}; ");
        text.Append(CultureInfo.InvariantCulture, $"a page of {Quantity.Bytes(page)}, compressed\n\n");
        text.Append("| what, over a node with nothing on | on in the node | median (quartiles), extremes ")
            .Append("| goal | reached |");
        text.Append("\n| --- | --- | --- | --- | --- |\n");
        Append(text, "CPU a block", results, Cpu, _ => Goal, "%", "< 1 %");
        Append(text, "the same, while code is compiled", results, Warming, null, "%", "–");
        Append(text, "allocated a block", results, Allocated, null, "B", "–");
        Append(text, "memory at its peak", results, Peak, MemoryLimit, "MiB", "< 1 % or 8 MiB");
        Append(text, "memory after a full collection", results, Settled, MemoryLimit, "MiB", "< 1 % or 8 MiB");
        return text.ToString();

        double MemoryLimit(double median) => Math.Max(median * Goal / 100, MemoryGoal) / Mebi;
    }

    public static string Signed(double value) => value.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);

    /// <summary>One quantity: a row for the node without, one for each variant.</summary>
    /// <param name="text">Gets the rows.</param>
    /// <param name="what">Its name.</param>
    /// <param name="results">Of all variants.</param>
    /// <param name="values">What is compared.</param>
    /// <param name="limit">The goal, in the unit, of the median without; null: there is none.</param>
    /// <param name="unit">Of the differences.</param>
    /// <param name="goal">As the table shows it.</param>
    private static void Append(
        StringBuilder text, string what, Dictionary<NodeVariant, NodeResult> results,
        Func<NodeResult, IEnumerable<double>> values, Func<double, double>? limit, string unit, string goal)
    {
        double[] once = [.. values(results[NodeVariant.Off])];
        // Two processes that do the same differ for as long as they live, so both are what is compared with.
        double[] off = [.. once.Zip(values(results[NodeVariant.OffAgain]), (one, other) => (one + other) / 2)];
        double median = new Spread(off).Median;
        if (double.IsNaN(median)) return;
        string shown = unit == "%" ? Quantity.Time(median) : Quantity.Bytes(median);
        text.Append(CultureInfo.InvariantCulture, $"| {what} | nothing | {shown} | – | – |\n");
        foreach ((NodeVariant variant, NodeResult own) in results.Where(pair => pair.Key != NodeVariant.Off))
        {
            double[] without = variant == NodeVariant.OffAgain ? once : off;
            var over = new Spread(values(own).Zip(without, (value, other) => Over(value, other, unit)));
            // The goal is for the product; the other rows say where its cost is, and what chance does.
            bool hasGoal = limit is not null && variant == NodeVariant.Product;
            string reached = !hasGoal ? "–" : over.Median < limit!(median) ? "yes" : "no";
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {LabelValue.Of(variant)} ");
            string aim = hasGoal ? goal : "–";
            text.Append(CultureInfo.InvariantCulture, $"| {Show(over, unit)} | {aim} | {reached} |\n");
        }
    }

    private static double Over(double value, double without, string unit) => unit switch
    {
        "%" => 100 * (value / without - 1),
        "MiB" => (value - without) / Mebi,
        _ => value - without,
    };

    private static string Show(Spread over, string unit) =>
        $"{Signed(over.Median)} {unit} ({Signed(over.LowerQuartile)} to {Signed(over.UpperQuartile)}), "
        + $"{Signed(over.Least)} to {Signed(over.Most)}";

    private static IEnumerable<double> Cpu(NodeResult result) => result.Steps.Select(step => step.NanosecondsABlock);

    private static IEnumerable<double> Warming(NodeResult result) =>
        result.Warming.Select(step => step.NanosecondsABlock);

    private static IEnumerable<double> Allocated(NodeResult result) => result.Steps.Select(step => step.BytesABlock);

    private static IEnumerable<double> Peak(NodeResult result) => result.Memory.Select(memory => memory.Peak);

    private static IEnumerable<double> Settled(NodeResult result) => result.Memory.Select(memory => memory.Settled);
}
