using Alys.Checks.Sources;
using Alys.PromQL.Inference;

namespace Alys.Checks.Live;

/// <summary>A metric that runs somewhere, as it was seen there.</summary>
/// <param name="Family">Name, kind, labels and bounds, as far as they show.</param>
/// <param name="Series">How many series it has; 0: it is declared and has none.</param>
/// <param name="Where">Where it is declared.</param>
public sealed record LiveFamily(MetricFamily Family, int Series, Location Where);
