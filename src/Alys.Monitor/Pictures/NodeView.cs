using Alys.Monitor.Faults;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Pictures;

/// <summary>What a node says of itself now.</summary>
/// <param name="Page">Its metrics; null: it does not answer.</param>
/// <param name="Faults">The faults that are on, as far as it tells.</param>
internal sealed record NodeView(MetricPage? Page, IReadOnlyList<FaultState> Faults);
