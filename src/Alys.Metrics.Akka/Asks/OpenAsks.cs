using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Alys.Metrics.Akka.Asks;

/// <summary>
/// Questions that wait, by the path of their reference. Akka keeps them by name, but finding one there costs some
/// hundred bytes; here it costs none. A question gives way to a newer one of the same slot, and is found with Akka
/// then.
/// </summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class OpenAsks
{
    private const int Slots = 256;

    private readonly IMeasuredAsk?[] _slots = new IMeasuredAsk?[Slots];

    /// <summary>Keeps a question.</summary>
    internal void Add(IMeasuredAsk ask) => Volatile.Write(ref Slot(ask.Path), ask);

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
