namespace Alys.PromQL.Tree;

/// <summary>Words for types.</summary>
public static class ExpressionTypeExtensions
{
    /// <summary>A type as Prometheus' documentation calls it: <c>instant vector</c>.</summary>
    public static string ToWords(this ExpressionType type) => type switch
    {
        ExpressionType.Scalar => "scalar",
        ExpressionType.InstantVector => "instant vector",
        ExpressionType.RangeVector => "range vector",
        ExpressionType.Text => "string",
        _ => "unknown",
    };
}
