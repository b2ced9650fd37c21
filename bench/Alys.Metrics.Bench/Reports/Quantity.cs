using System.Globalization;

namespace Alys.Metrics.Bench.Reports;

/// <summary>Numbers as the table shows them: three digits that count.</summary>
internal static class Quantity
{
    /// <summary>"0.52", "8", "17.3", "421".</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value)) return "–";
        string format = Math.Abs(value) switch
        {
            < 10 => "0.##",
            < 100 => "0.#",
            _ => "0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>"8 ×".</summary>
    public static string Times(double ratio) => $"{Short(ratio)} ×";

    /// <summary>A duration in nanoseconds, in the unit that suits it.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => $"{Short(nanoseconds)} ns",
        < 1e6 => $"{Short(nanoseconds / 1e3)} µs",
        _ => $"{Short(nanoseconds / 1e6)} ms",
    };

    /// <summary>"0 B", "13.2 KiB", "3.1 MiB".</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < 1 << 10 => $"{Short(bytes)} B",
        < 1 << 20 => $"{Short(bytes / (1 << 10))} KiB",
        _ => $"{Short(bytes / (1 << 20))} MiB",
    };
}
