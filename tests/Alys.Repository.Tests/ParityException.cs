namespace Alys.Repository.Tests;

/// <summary>A source with behaviour and without a test file of its own.</summary>
/// <param name="Source">The source, from the root.</param>
/// <param name="Test">The file that tests it all the same, from the root.</param>
/// <param name="Because">Why there and not in a file of its own.</param>
internal sealed record ParityException(string Source, string Test, string Because);
