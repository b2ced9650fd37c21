using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Alys.Metrics.Akka.Asks;

/// <summary>
/// Questions that wait, by the path of their reference. Akka keeps them by name, but finding one there costs some
/// hundred bytes; here it costs none. A question whose slot is taken is not kept, and is found with Akka.
/// </summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class OpenAsks
{
    private const int Slots = 256;

    private readonly IMeasuredAsk?[] _slots = new IMeasuredAsk?[Slots];

    /// <summary>Keeps a question, if there is room.</summary>
    internal void Add(IMeasuredAsk ask) => Interlocked.CompareExchange(ref Slot(ask.Path), ask, null);

    /// <summary>Gives a question back and keeps it no longer; null: it is not here.</summary>
    /// <param name="path">The very path that it was made with.</param>
    internal IMeasuredAsk? Take(ActorPath path)
    {
        ref IMeasuredAsk? slot = ref Slot(path);
        IMeasuredAsk? ask = Volatile.Read(ref slot);
        if (ask is null || !ReferenceEquals(ask.Path, path)) return null;
        Volatile.Write(ref slot, null);
        return ask;
    }

    private ref IMeasuredAsk? Slot(ActorPath path) => ref _slots[RuntimeHelpers.GetHashCode(path) & (Slots - 1)];
}
