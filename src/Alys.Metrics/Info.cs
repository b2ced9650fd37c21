using Alys.Metrics.Exposition;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <summary>
/// Facts about what is measured, as the labels of one series with the value 1 (a version, a commit). Joined to other
/// series by the operator, so that an upgrade does not churn every series.
/// </summary>
/// <remarks>Absent until the first <see cref="Set"/>. <b>Cost:</b> <see cref="Set"/> renders and allocates; it is for
/// facts that change seldom.</remarks>
public sealed class Info : Instrument
{
    private readonly string _name;
    private readonly string[] _labelNames;
    private readonly int _maxLength;

    private string[]? _values;
    private byte[]? _line;

    internal Info(string name, string[] labelNames, int maxLength)
    {
        _name = name;
        _labelNames = labelNames;
        _maxLength = maxLength;
    }

    /// <summary>
    /// Replaces the facts, one value a label in their order. A value longer than the registry's limit is cut; what is
    /// no
    /// valid Unicode is replaced by U+FFFD: there is one series, so nothing can be mistaken for another.
    /// </summary>
    /// <exception cref="ArgumentException">Not as many values as labels.</exception>
    public void Set(params ReadOnlySpan<string> values)
    {
        if (values.Length != _labelNames.Length)
        {
            throw new ArgumentException(
                $"'{_name}' has {_labelNames.Length} labels; {values.Length} values were given.", nameof(values));
        }

        string[]? before = Volatile.Read(ref _values);
        if (before is not null && values.SequenceEqual(before)) return;
        string[] kept = [.. values];
        string[] shown = [.. kept.Select(value => LabelText.Cut(value, _maxLength))];
        Volatile.Write(ref _line, ChildPrefix.Create(_name, MetricType.Info, _labelNames, shown).Sample);
        Volatile.Write(ref _values, kept);
    }

    /// <summary>Makes the series absent until the next <see cref="Set"/>.</summary>
    public void Clear()
    {
        Volatile.Write(ref _values, null);
        Volatile.Write(ref _line, null);
    }

    internal override void Write(ref SampleWriter writer)
    {
        if (Volatile.Read(ref _line) is { } line) writer.Sample(line, 1L);
    }
}
