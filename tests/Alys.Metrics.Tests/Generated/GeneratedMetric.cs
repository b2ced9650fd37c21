namespace Alys.Metrics.Tests.Generated;

/// <summary>A metric that can be made in a registry and written to, with what must then be read back.</summary>
/// <param name="Description">What it is, for whoever reads of a failure.</param>
/// <param name="Make">Makes and writes it, and says what is expected; throws <see cref="ArgumentException"/> before
/// anything is expected when the registry refuses it.</param>
internal sealed record GeneratedMetric(string Description, Action<MetricRegistry, ExpectedPage> Make)
{
    /// <summary>Makes it; false when it is refused.</summary>
    internal bool TryMake(MetricRegistry registry, ExpectedPage page)
    {
        try
        {
            Make(registry, page);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public override string ToString() => Description;
}
