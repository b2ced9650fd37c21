namespace Alys.Monitor.Tests.Mutants;

/// <summary>A change to an expression.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="Start">Where the text begins that goes.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">What comes instead.</param>
internal readonly record struct Edit(MutationKind Kind, int Start, int End, string Text);
