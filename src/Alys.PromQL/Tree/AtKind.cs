namespace Alys.PromQL.Tree;

/// <summary>The time that <c>@</c> names.</summary>
public enum AtKind
{
    /// <summary>A time in seconds since 1970.</summary>
    Timestamp,

    /// <summary><c>start()</c> of the query.</summary>
    Start,

    /// <summary><c>end()</c> of the query.</summary>
    End,

    /// <summary>A variable of Grafana.</summary>
    Variable,
}
