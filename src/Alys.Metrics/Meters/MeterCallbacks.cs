using System.Runtime.CompilerServices;
using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>
/// The callbacks of a listener for all numbers that instruments can have. Whole numbers stay whole. The state is always
/// the <see cref="MeterStream"/> that the listener was enabled with, so it is not checked again.
/// </summary>
internal static class MeterCallbacks
{
    internal static void Set(Sdm.MeterListener listener)
    {
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => Of(state).Record(value, tags));
        listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => Of(state).Record(value, tags));
        listener.SetMeasurementEventCallback<short>(static (_, value, tags, state) => Of(state).Record(value, tags));
        listener.SetMeasurementEventCallback<byte>(static (_, value, tags, state) => Of(state).Record(value, tags));
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => Of(state).Record(value, tags));
        listener.SetMeasurementEventCallback<float>(static (_, value, tags, state) => Of(state).Record(value, tags));
        listener.SetMeasurementEventCallback<decimal>(
            static (_, value, tags, state) => Of(state).Record((double)value, tags));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static MeterStream Of(object? state) => Unsafe.As<MeterStream>(state)!;
}
