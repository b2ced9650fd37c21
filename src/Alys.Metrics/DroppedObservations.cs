using System.Runtime.CompilerServices;

namespace Alys.Metrics;

/// <summary>Counts what instruments of one registry refused to record.</summary>
internal sealed class DroppedObservations
{
    private Counter[] _byReason = [];

    /// <summary>Connects the counters, which are themselves instruments that need this object to be made.</summary>
    internal void Connect(Counter[] byReason) => _byReason = byReason;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Count(DropReason reason)
    {
        Counter[] counters = _byReason;
        if ((uint)reason < (uint)counters.Length) counters[(int)reason].Increment();
    }
}
