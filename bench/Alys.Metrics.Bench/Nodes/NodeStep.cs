using System.Globalization;

namespace Alys.Metrics.Bench.Nodes;

/// <summary>What importing some blocks cost a node, a user's requests meanwhile among it.</summary>
/// <param name="Blocks">How many.</param>
/// <param name="Nanoseconds">CPU time of the whole process.</param>
/// <param name="Bytes">That the process allocated.</param>
/// <param name="Methods">That were compiled meanwhile.</param>
internal readonly record struct NodeStep(double Blocks, double Nanoseconds, double Bytes, double Methods)
{
    public double NanosecondsABlock => Nanoseconds / Blocks;

    public double BytesABlock => Bytes / Blocks;

    public static NodeStep operator +(NodeStep one, NodeStep other) =>
        new(one.Blocks + other.Blocks, one.Nanoseconds + other.Nanoseconds, one.Bytes + other.Bytes,
            one.Methods + other.Methods);

    /// <summary>Reads <c>height H blocks B seconds S cpu-microseconds C allocated-bytes A compiled-methods
    /// M</c>.</summary>
    public static NodeStep Parse(string line)
    {
        string[] words = line.Split(' ');
        return new NodeStep(
            Number(words, "blocks"), Number(words, "cpu-microseconds") * 1e3, Number(words, "allocated-bytes"),
            Number(words, "compiled-methods"));
    }

    private static double Number(string[] words, string name)
    {
        int i = Array.IndexOf(words, name);
        return i >= 0 && i + 1 < words.Length
            && double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new InvalidOperationException($"The node said '{string.Join(' ', words)}', without {name}.");
    }
}
