namespace Alys.Monitor.Tests.Mutants;

/// <summary>What is changed in a rule.</summary>
internal enum MutationKind
{
    /// <summary>A number: halved and doubled, or one less and one more when it is small and whole.</summary>
    Number,

    /// <summary>A comparison the other way round.</summary>
    Comparator,

    /// <summary>A comparison with or without its limit.</summary>
    Limit,

    /// <summary>A matcher left out.</summary>
    Matcher,

    /// <summary><c>for</c> or <c>keep_firing_for</c> left out.</summary>
    For,

    /// <summary>A function or an aggregation by another one.</summary>
    Function,

    /// <summary>A label left out of by(), on() and the like.</summary>
    Label,

    /// <summary>and, or, unless by one another.</summary>
    SetOperator,

    /// <summary>A range or an offset halved and doubled.</summary>
    Range,

    /// <summary>Plus and minus, times and divided by.</summary>
    Arithmetic,
}
