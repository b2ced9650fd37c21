using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;
using Alys.Metrics.Meters;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <summary>How the children of a family are made.</summary>
/// <param name="Type">The type that the exposition says.</param>
/// <param name="Series">How many series each child is.</param>
/// <param name="Cells">How many cells each child has.</param>
/// <param name="Create">Makes a child over its cells.</param>
/// <param name="Relay">Passes on what histograms of the family observe; null: they are no histograms.</param>
internal sealed record InstrumentKind<TInstrument>(
    MetricType Type,
    int Series,
    int Cells,
    Func<ChildPrefix, CellRange, TInstrument> Create,
    HistogramRelay? Relay = null)
    where TInstrument : Instrument;
