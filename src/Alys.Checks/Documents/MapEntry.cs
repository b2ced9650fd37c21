namespace Alys.Checks.Documents;

/// <summary>A name with its value.</summary>
/// <param name="Key">The name.</param>
/// <param name="Value">The value.</param>
public sealed record MapEntry(ScalarNode Key, DocumentNode Value);
