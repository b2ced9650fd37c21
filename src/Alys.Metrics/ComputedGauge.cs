using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>A number of the registry itself, read while it is written. What a user has to say is asked by a
/// <see cref="Callbacks.Callback"/>, which may fail or hang; this may not.</summary>
internal sealed class ComputedGauge(ChildPrefix prefix, Func<long> read) : Instrument
{
    internal override ReadOnlySpan<byte> Labelled => prefix.Sample;

    internal override void Write(ref SampleWriter writer) => writer.Sample(prefix.Sample, read());
}
