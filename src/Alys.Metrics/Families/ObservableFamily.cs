using Alys.Metrics.Callbacks;
using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Families;

/// <summary>A family whose values are asked for at each scrape: all of them, or the family is left out.</summary>
internal sealed class ObservableFamily(string name, string help, MetricType type, Callback callback)
    : Family(name, help, type)
{
    internal override Callback? Callback => callback;

    internal override int Write(ref SampleWriter writer, int child, int budget)
    {
        if (writer.SamplesOf(callback) is not { } samples) return Done;
        ReadOnlySpan<CallbackSample> all = samples.All;
        for (; child < all.Length; child++)
        {
            if (writer.Written >= budget) return child;
            writer.Sample(all[child].Prefix, all[child].Value);
        }

        return Done;
    }
}
