namespace Alys.Checks.Templating;

/// <summary>What a token of an action is.</summary>
internal enum TemplateTokenKind
{
    /// <summary>The end of the action: <c>}}</c>.</summary>
    End,

    /// <summary>A word of the language or a function.</summary>
    Word,

    /// <summary>A variable with its dollar.</summary>
    Variable,

    /// <summary>A field with its dot.</summary>
    Field,

    /// <summary>The dot.</summary>
    Dot,

    /// <summary>A text in any quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>:=</c> or <c>=</c>.</summary>
    Assign,

    /// <summary>A pipe.</summary>
    Pipe,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,
}
