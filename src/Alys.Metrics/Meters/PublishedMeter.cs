using Sdm = System.Diagnostics.Metrics;

namespace Alys.Metrics.Meters;

/// <summary>A meter that shows a registry's own metrics. No registry takes it in: what came out would go in
/// again.</summary>
internal sealed class PublishedMeter(string name) : Sdm.Meter(name);
