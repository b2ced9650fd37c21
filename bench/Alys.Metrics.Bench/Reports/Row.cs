namespace Alys.Metrics.Bench.Reports;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Format">Writes a value of the row with its unit.</param>
/// <param name="Measures">By library; one that is missing cannot do it.</param>
/// <param name="Goals">What ours is to reach; none: for information.</param>
internal sealed record Row(
    string What,
    Func<double, string> Format,
    IReadOnlyDictionary<Library, Measure> Measures,
    IReadOnlyList<Goal> Goals)
{
    public double? this[Library library] =>
        Measures.TryGetValue(library, out Measure measure) ? measure.Value : null;

    /// <summary>How many times as much a library needs as ours; null when one of them is missing.</summary>
    public double? Ratio(Library library) => this[library] / this[Library.Alys];
}
