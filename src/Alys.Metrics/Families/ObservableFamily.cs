using System.Diagnostics.CodeAnalysis;
using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>
/// A family whose values are asked for at each scrape. All of them are read before the first is written: when one
/// throws, the whole family is missing from that scrape, which is counted, and the other families are not touched.
/// </summary>
internal sealed class ObservableFamily(
    string name, string help, MetricType type, ChildPrefix[] prefixes, Func<int, double?> read, Counter failures)
    : Family(name, help, type)
{
    /// <summary>How long a scrape waits for another one that reads the same family. A callback that hangs so keeps one
    /// scrape, and the others go on without its family.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _reading = new();

    internal override int Write(ref SampleWriter writer, int child, int budget)
    {
        var values = new double?[prefixes.Length];
        if (!TryRead(values)) return Done;
        for (int i = 0; i < prefixes.Length; i++)
        {
            if (values[i] is { } value) writer.Sample(prefixes[i].Sample, value);
        }

        return Done;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault in a callback must not become one of the scrape.")]
    private bool TryRead(double?[] values)
    {
        if (!_reading.TryEnter(Patience))
        {
            failures.Increment();
            return false;
        }

        try
        {
            for (int i = 0; i < values.Length; i++) values[i] = read(i);
            return true;
        }
        catch (Exception)
        {
            failures.Increment();
            return false;
        }
        finally
        {
            _reading.Exit();
        }
    }
}
