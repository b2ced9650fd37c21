namespace Alys.PromQL.Lexing;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>The end of the text.</summary>
    EndOfInput,

    /// <summary>Something that is no token; nothing is read behind it.</summary>
    Error,

    /// <summary>From <c>#</c> to the end of the line.</summary>
    Comment,

    /// <summary>A name without a colon: of a function, a metric or a label.</summary>
    Identifier,

    /// <summary>A name with a colon, which only metrics have.</summary>
    MetricIdentifier,

    /// <summary>A number, <c>Inf</c> and <c>NaN</c> among them.</summary>
    Number,

    /// <summary>Such as <c>1h30m</c>.</summary>
    Duration,

    /// <summary>In double quotes, single quotes or backticks.</summary>
    Text,

    /// <summary>One of Grafana's variables, alone or glued to digits and units.</summary>
    Variable,

    /// <summary><c>(</c></summary>
    LeftParenthesis,

    /// <summary><c>)</c></summary>
    RightParenthesis,

    /// <summary><c>{</c></summary>
    LeftBrace,

    /// <summary><c>}</c></summary>
    RightBrace,

    /// <summary><c>[</c></summary>
    LeftBracket,

    /// <summary><c>]</c></summary>
    RightBracket,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c> between a range and a step.</summary>
    Colon,

    /// <summary><c>=</c></summary>
    Assign,

    /// <summary><c>=~</c></summary>
    RegexMatch,

    /// <summary><c>!~</c></summary>
    RegexNoMatch,

    /// <summary><c>@</c></summary>
    At,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>%</c></summary>
    Modulo,

    /// <summary><c>^</c></summary>
    Power,

    /// <summary><c>atan2</c></summary>
    Atan2,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>&lt;/</c>, from 3.0 on.</summary>
    TrimUpper,

    /// <summary><c>&gt;/</c>, from 3.0 on.</summary>
    TrimLower,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>unless</c></summary>
    Unless,

    /// <summary>The name of an aggregation, such as <c>sum</c>.</summary>
    Aggregation,

    /// <summary><c>by</c></summary>
    By,

    /// <summary><c>without</c></summary>
    Without,

    /// <summary><c>on</c></summary>
    On,

    /// <summary><c>ignoring</c></summary>
    Ignoring,

    /// <summary><c>group_left</c></summary>
    GroupLeft,

    /// <summary><c>group_right</c></summary>
    GroupRight,

    /// <summary><c>bool</c></summary>
    Bool,

    /// <summary><c>offset</c></summary>
    Offset,

    /// <summary><c>start</c></summary>
    Start,

    /// <summary><c>end</c></summary>
    End,

    /// <summary><c>step</c>, from 3.0 on.</summary>
    Step,

    /// <summary><c>range</c>, from 3.0 on.</summary>
    Range,

    /// <summary><c>anchored</c>, from 3.0 on.</summary>
    Anchored,

    /// <summary><c>smoothed</c>, from 3.0 on.</summary>
    Smoothed,

    /// <summary><c>fill</c> before a parenthesis, from 3.0 on.</summary>
    Fill,

    /// <summary><c>fill_left</c> before a parenthesis, from 3.0 on.</summary>
    FillLeft,

    /// <summary><c>fill_right</c> before a parenthesis, from 3.0 on.</summary>
    FillRight,
}
