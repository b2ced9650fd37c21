namespace Alys.Monitor.Tests.Mutants;

/// <summary>Which cases are tried together: what most mutants die of comes first.</summary>
internal enum TrialStage
{
    /// <summary>Cases of up to eight hours.</summary>
    Short,

    /// <summary>Cases of days.</summary>
    Long,

    /// <summary>The healthy day, which looks at all alerts.</summary>
    WholeDay,
}
