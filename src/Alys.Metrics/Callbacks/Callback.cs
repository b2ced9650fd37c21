namespace Alys.Metrics.Callbacks;

/// <summary>
/// What a family asks when a scrape begins, because nobody writes its values beforehand. A family that has one returns
/// it as <see cref="Families.Family.Callback"/> and writes what <see cref="CallbackRound.SamplesOf"/> then says.
/// </summary>
/// <param name="failures">Counts scrapes that lack the family because this threw or did not return in time.</param>
internal abstract class Callback(Counter failures)
{
    /// <summary>Counts scrapes that lack the family.</summary>
    internal Counter Failures => failures;

    /// <summary>The reading under way, which scrapes that come meanwhile share; null: none. Guarded by the reader, as
    /// all that follows.</summary>
    internal CallbackReading? Current { get; set; }

    /// <summary>A reading that is over, to be used again.</summary>
    internal CallbackReading? Spare { get; set; }

    /// <summary>Whether the last call took longer than a scrape's patience. Such a one is read after the others and
    /// waited for only a little, until it is quick again.</summary>
    internal bool WasLate { get; set; }

    /// <summary>Asks for the values and adds those that are there; what is not added is absent.</summary>
    /// <remarks><b>Threads:</b> one of the registry's own, one call at a time. It may throw, and the family is left out
    /// of the page; it may hang, and is not called again before it has returned.</remarks>
    internal abstract void Read(CallbackSamples samples);
}
