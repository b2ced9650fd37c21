namespace Alys.PromQL.Inference;

/// <summary>Whether the series of a result have a label.</summary>
public enum LabelPresence
{
    /// <summary>None can have it.</summary>
    Never,

    /// <summary>Some may have it.</summary>
    Possible,

    /// <summary>All have it.</summary>
    Sure,
}
