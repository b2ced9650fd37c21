namespace Alys.PromQL.Inference;

/// <summary>Why no series of one side of an operator can belong to one of the other.</summary>
/// <param name="Label">The label that cannot be equal.</param>
/// <param name="Left">What the left side has of it.</param>
/// <param name="Right">What the right side has of it.</param>
public sealed record MatchConflict(string Label, LabelFact Left, LabelFact Right);
