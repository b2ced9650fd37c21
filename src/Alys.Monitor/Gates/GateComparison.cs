namespace Alys.Monitor.Gates;

/// <summary>How the value of a condition is held against its threshold.</summary>
internal enum GateComparison
{
    /// <summary>The value may be the threshold or less.</summary>
    AtMost,

    /// <summary>The value must be the threshold or more.</summary>
    AtLeast,

    /// <summary>The value must be the threshold.</summary>
    Equals,
}
