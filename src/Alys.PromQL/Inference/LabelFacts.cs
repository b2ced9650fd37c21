namespace Alys.PromQL.Inference;

/// <summary>What is known of the labels of a result. <c>__name__</c>, the metric's name, is one of them.</summary>
/// <remarks><b>Threads:</b> any; it does not change.</remarks>
public sealed class LabelFacts
{
    private readonly Dictionary<string, LabelFact> _known;

    private LabelFacts(bool isOpen, Dictionary<string, LabelFact> known)
    {
        IsOpen = isOpen;
        _known = known;
    }

    /// <summary>A result without labels.</summary>
    public static LabelFacts None { get; } = new(false, []);

    /// <summary>A result of which nothing is known.</summary>
    public static LabelFacts Anything { get; } = new(true, []);

    /// <summary>Whether there may be labels beside those that are named.</summary>
    public bool IsOpen { get; }

    /// <summary>The labels of which something is known, in no order.</summary>
    public IReadOnlyDictionary<string, LabelFact> Known => _known;

    /// <summary>What is known of a label.</summary>
    public LabelFact this[string label] => _known.TryGetValue(label, out LabelFact fact) ? fact
        : IsOpen ? LabelFact.Possible : LabelFact.Never;

    /// <summary>The labels that all series have, in the order of their names.</summary>
    public IEnumerable<string> Sure => With(LabelPresence.Sure);

    /// <summary>The labels that are known to be possible, in the order of their names.</summary>
    public IEnumerable<string> Possible => With(LabelPresence.Possible);

    internal LabelFacts With(string label, LabelFact fact) =>
        new(IsOpen, new Dictionary<string, LabelFact>(_known, StringComparer.Ordinal) { [label] = fact });

    internal LabelFacts With(IEnumerable<(string Label, LabelFact Fact)> facts)
    {
        var known = new Dictionary<string, LabelFact>(_known, StringComparer.Ordinal);
        foreach ((string label, LabelFact fact) in facts) known[label] = fact;
        return new LabelFacts(IsOpen, known);
    }

    internal LabelFacts Without(params IEnumerable<string> labels) =>
        With(labels.Select(label => (label, LabelFact.Never)));

    internal LabelFacts Keep(IEnumerable<string> labels) =>
        None.With(labels.Distinct(StringComparer.Ordinal).Select(label => (label, this[label])));

    /// <summary>The facts of a result whose series come from here or from there.</summary>
    internal static LabelFacts Either(LabelFacts one, LabelFacts other)
    {
        IEnumerable<string> labels = one._known.Keys.Union(other._known.Keys, StringComparer.Ordinal);
        LabelFacts start = one.IsOpen || other.IsOpen ? Anything : None;
        return start.With(labels.Select(label => (label, LabelFact.Either(one[label], other[label]))));
    }

    private IEnumerable<string> With(LabelPresence presence) =>
        _known.Where(pair => pair.Value.Presence == presence).Select(pair => pair.Key).Order(StringComparer.Ordinal);
}
