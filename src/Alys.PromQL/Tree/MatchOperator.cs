namespace Alys.PromQL.Tree;

/// <summary>How a matcher compares.</summary>
public enum MatchOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>=~</c>, the whole value against a regular expression.</summary>
    Regex,

    /// <summary><c>!~</c></summary>
    NotRegex,
}
