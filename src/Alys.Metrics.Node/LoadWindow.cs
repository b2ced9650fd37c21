namespace Alys.Metrics.Node;

/// <summary>Time over which the load is averaged: the label <c>window</c>.</summary>
public enum LoadWindow
{
    /// <summary>One minute.</summary>
    [LabelValue("1m")]
    One,

    /// <summary>Five minutes.</summary>
    [LabelValue("5m")]
    Five,

    /// <summary>Fifteen minutes.</summary>
    [LabelValue("15m")]
    Fifteen,
}
