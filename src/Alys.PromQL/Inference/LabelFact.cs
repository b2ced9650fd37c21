namespace Alys.PromQL.Inference;

/// <summary>What is known of one label of a result.</summary>
/// <param name="Presence">Whether the series have it.</param>
/// <param name="Values">All values it can have; null when they are not known.</param>
public readonly record struct LabelFact(LabelPresence Presence, IReadOnlyList<string>? Values)
{
    /// <summary>No series has it.</summary>
    public static LabelFact Never { get; } = new(LabelPresence.Never, null);

    /// <summary>It may be there, with any value.</summary>
    public static LabelFact Possible { get; } = new(LabelPresence.Possible, null);

    /// <summary>It is there, with any value.</summary>
    public static LabelFact Sure { get; } = new(LabelPresence.Sure, null);

    /// <summary>What is known of a series that comes from one side or from another.</summary>
    public static LabelFact Either(LabelFact one, LabelFact other)
    {
        if (one.Presence == LabelPresence.Never && other.Presence == LabelPresence.Never) return Never;
        LabelPresence presence = one.Presence == other.Presence ? one.Presence : LabelPresence.Possible;
        IReadOnlyList<string>? values = one.Presence == LabelPresence.Never ? other.Values
            : other.Presence == LabelPresence.Never ? one.Values
            : one.Values is null || other.Values is null ? null
            : [.. one.Values.Union(other.Values, StringComparer.Ordinal)];
        return new LabelFact(presence, values);
    }

    /// <summary>What is known of a series that has the same label on both sides; null when there is no such series.
    /// </summary>
    public static LabelFact? Both(LabelFact one, LabelFact other)
    {
        if (one.Presence == LabelPresence.Never || other.Presence == LabelPresence.Never)
            return one.Presence == LabelPresence.Sure || other.Presence == LabelPresence.Sure ? null : Never;
        LabelPresence presence = one.Presence == LabelPresence.Sure ? LabelPresence.Sure : other.Presence;
        if (one.Values is null || other.Values is null) return new LabelFact(presence, one.Values ?? other.Values);
        string[] values = [.. one.Values.Intersect(other.Values, StringComparer.Ordinal)];
        if (values.Length > 0) return new LabelFact(presence, values);
        return presence == LabelPresence.Sure ? null : Never;
    }
}
