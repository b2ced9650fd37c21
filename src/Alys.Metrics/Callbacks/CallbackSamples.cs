using System.Runtime.InteropServices;

namespace Alys.Metrics.Callbacks;

/// <summary>The samples that one call of a <see cref="Callback"/> found. Its memory is used again.</summary>
/// <remarks><b>Threads:</b> filled by the reading thread, then read by any number of scrapes.</remarks>
internal sealed class CallbackSamples
{
    private readonly List<CallbackSample> _all = [];

    internal ReadOnlySpan<CallbackSample> All => CollectionsMarshal.AsSpan(_all);

    /// <summary>Adds a sample.</summary>
    /// <param name="prefix">Name and labels, rendered: <c>name{a="b"} </c>.</param>
    /// <param name="value">Any number.</param>
    internal void Add(byte[] prefix, double value) => _all.Add(new CallbackSample(prefix, value));

    internal void Clear() => _all.Clear();
}

/// <summary>One sample.</summary>
internal readonly record struct CallbackSample(byte[] Prefix, double Value);
