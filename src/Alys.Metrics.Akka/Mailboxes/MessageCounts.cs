using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>
/// The messages of one mailbox by type. An actor gets few types: four are found by comparing references, the rest by a
/// look-up; each is then one plain increment in memory that only the consumer writes.
/// </summary>
/// <remarks><b>Threads:</b> one at a time, the mailbox's consumer; <see cref="All"/> any.</remarks>
internal sealed class MessageCounts
{
    /// <summary>More types than this in one mailbox are counted together.</summary>
    internal const int MostTypes = 256;

    private static readonly MessageCount None = new(typeof(MessageCounts));

    private readonly Dictionary<Type, MessageCount> _byType = [];
    private MessageCount _first = None;
    private MessageCount _second = None;
    private MessageCount _third = None;
    private MessageCount _fourth = None;
    private MessageCount[] _all = [];

    /// <summary>A count for each type so far; replaced as a whole.</summary>
    internal MessageCount[] All => Volatile.Read(ref _all);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(object message)
    {
        Type type = message.GetType();
        if (_first.Type == type) _first.Count++;
        else AddLater(message, type);
    }

    private void AddLater(object message, Type type)
    {
        if (_second.Type == type) _second.Count++;
        else if (_third.Type == type) _third.Count++;
        else if (_fourth.Type == type) _fourth.Count++;
        else Find(message, type).Count++;
    }

    private MessageCount Find(object message, Type type)
    {
        // Timers, the scheduler and selections wrap what was sent.
        object? inner = message;
        for (int depth = 0; inner is IWrappedMessage wrapped && depth < 8; depth++) inner = wrapped.Message;
        Type told = inner?.GetType() ?? type;
        if (_byType.TryGetValue(told, out MessageCount? count)) return count;

        bool hasRoom = _byType.Count < MostTypes;
        count = hasRoom ? new MessageCount(told) : Rest();
        if (!hasRoom) return count;
        _byType.Add(told, count);
        Volatile.Write(ref _all, [.. _all, count]);
        // A wrapper's own type says nothing about the next message in one.
        if (told == type) Remember(count);
        return count;
    }

    private void Remember(MessageCount count)
    {
        if (_first == None) _first = count;
        else if (_second == None) _second = count;
        else if (_third == None) _third = count;
        else if (_fourth == None) _fourth = count;
    }

    private MessageCount Rest()
    {
        if (_all[^1].Type is null) return _all[^1];
        var rest = new MessageCount(null);
        Volatile.Write(ref _all, [.. _all, rest]);
        return rest;
    }
}
