namespace Alys.Monitor.Tests.Mutants;

/// <summary>What a piece of an expression is.</summary>
internal enum TokenKind
{
    Name,
    Number,
    Duration,
    Text,
    Operator,
    Mark,
}
