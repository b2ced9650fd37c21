namespace Alys.Metrics.Meters;

/// <summary>Why an instrument of a meter is not exposed: the label <c>reason</c> of
/// <c>alys_metrics_meter_instruments_refused_total</c>.</summary>
internal enum MeterRefusal
{
    /// <summary>Its name leaves nothing that could be the name of a family.</summary>
    BadName,

    /// <summary>Another metric has its name: one of the registry's own, or one of another type.</summary>
    NameTaken,

    /// <summary>Its meter already has an instrument of that name, of another kind.</summary>
    Conflict,

    /// <summary>It is none of the kinds of the base library.</summary>
    UnknownKind,

    /// <summary>Its own code threw: a tag of it or of its meter, or a list of them.</summary>
    Failed,

    /// <summary>There are as many instruments, or as many series, as there may be.</summary>
    Limit,
}
