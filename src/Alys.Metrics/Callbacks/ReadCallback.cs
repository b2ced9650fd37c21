using Alys.Metrics.Exposition;

namespace Alys.Metrics.Callbacks;

/// <summary>A function that is asked for the value of each child of a family; null: absent.</summary>
internal sealed class ReadCallback(ChildPrefix[] prefixes, Func<int, double?> read, Counter failures)
    : Callback(failures)
{
    internal override void Read(CallbackSamples samples)
    {
        for (int i = 0; i < prefixes.Length; i++)
        {
            if (read(i) is { } value) samples.Add(prefixes[i].Sample, value);
        }
    }
}
