using System.Globalization;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Footprints;

/// <summary>The memory of 10,000 series, each library in a process of its own.</summary>
internal static class FootprintRows
{
    private const double Limit = 4 << 20;

    private static readonly Library[] Libraries = [Library.Alys, Library.PrometheusNet, Library.OpenTelemetry];

    public static IEnumerable<Row> Run()
    {
        yield return Of("2 text labels", FootprintShape.Texts);
        yield return Of("3 enum labels", FootprintShape.Enums);
    }

    private static Row Of(string labels, FootprintShape shape)
    {
        var measures = Libraries.ToDictionary(library => library, library => new Measure(Measured(library, shape)));
        return new Row(
            $"memory of 10K series, {labels}, {FootprintCommand.Threads} threads",
            bytes => $"{Quantity.Bytes(bytes)}, {Quantity.Short(bytes / FootprintSubject.Many)} B a series",
            measures,
            [Goal.AtMostBytes(measures[Library.Alys].Value, Limit)]);
    }

    private static double Measured(Library library, FootprintShape shape)
    {
        using var child = new ChildProcess(FootprintCommand.Verb, library.ToString(), shape.ToString());
        double bytes = double.Parse(child.ReadLine(), CultureInfo.InvariantCulture);
        Progress.Say($"footprint of 10K series, {shape}, {LabelValue.Of(library)}: {Quantity.Bytes(bytes)}");
        return bytes;
    }
}
