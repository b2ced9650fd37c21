namespace Alys.Monitor.Tests.Mutants;

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Within">The bracket that it is in: <c>{</c>, <c>[</c>, or <c>b</c> for a list of labels; else a
/// space.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, char Within)
{
    public int End => Start + Text.Length;
}
