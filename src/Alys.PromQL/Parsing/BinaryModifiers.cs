using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>What may stand between an operator and its right side.</summary>
internal readonly record struct BinaryModifiers(
    bool ReturnsBool, VectorMatching? Matching, double? FillLeft, double? FillRight);
