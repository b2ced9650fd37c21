using System.Diagnostics.CodeAnalysis;

namespace Alys.Metrics.Meters;

/// <summary>Instruments by their rendered name and labels, which are their identity on the page.</summary>
internal sealed class LabelledComparer
    : IEqualityComparer<Instrument>, IAlternateEqualityComparer<ReadOnlySpan<byte>, Instrument>
{
    internal static readonly LabelledComparer Instance = new();

    public bool Equals(Instrument? x, Instrument? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.Labelled.SequenceEqual(y.Labelled));

    public bool Equals(ReadOnlySpan<byte> alternate, Instrument other) => alternate.SequenceEqual(other.Labelled);

    public int GetHashCode([DisallowNull] Instrument obj) => GetHashCode(obj.Labelled);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public Instrument Create(ReadOnlySpan<byte> alternate) =>
        throw new NotSupportedException("An instrument is not made from its name.");
}
