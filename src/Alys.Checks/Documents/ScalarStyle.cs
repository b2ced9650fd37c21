namespace Alys.Checks.Documents;

/// <summary>How a scalar is written.</summary>
internal enum ScalarStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>In single quotes, of which two stand for one.</summary>
    SingleQuoted,

    /// <summary>In double quotes, with escapes; all texts of JSON.</summary>
    DoubleQuoted,

    /// <summary>In lines below its key, indented.</summary>
    Block,
}
