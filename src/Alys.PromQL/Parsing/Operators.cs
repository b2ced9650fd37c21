using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>The operators between expressions, and how they bind.</summary>
/// <remarks><b>Source:</b>
/// https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence.</remarks>
internal static class Operators
{
    public const int PowerPrecedence = 6;

    /// <summary>The operator that a token is, and its precedence; null when it is none.</summary>
    public static (BinaryOperator Operator, int Precedence)? Find(TokenKind kind) => kind switch
    {
        TokenKind.Or => (BinaryOperator.Or, 1),
        TokenKind.And => (BinaryOperator.And, 2),
        TokenKind.Unless => (BinaryOperator.Unless, 2),
        TokenKind.Equal => (BinaryOperator.Equal, 3),
        TokenKind.NotEqual => (BinaryOperator.NotEqual, 3),
        TokenKind.Less => (BinaryOperator.Less, 3),
        TokenKind.LessOrEqual => (BinaryOperator.LessOrEqual, 3),
        TokenKind.Greater => (BinaryOperator.Greater, 3),
        TokenKind.GreaterOrEqual => (BinaryOperator.GreaterOrEqual, 3),
        TokenKind.TrimUpper => (BinaryOperator.TrimUpper, 3),
        TokenKind.TrimLower => (BinaryOperator.TrimLower, 3),
        TokenKind.Add => (BinaryOperator.Add, 4),
        TokenKind.Subtract => (BinaryOperator.Subtract, 4),
        TokenKind.Multiply => (BinaryOperator.Multiply, 5),
        TokenKind.Divide => (BinaryOperator.Divide, 5),
        TokenKind.Modulo => (BinaryOperator.Modulo, 5),
        TokenKind.Atan2 => (BinaryOperator.Atan2, 5),
        TokenKind.Power => (BinaryOperator.Power, PowerPrecedence),
        _ => null,
    };

    /// <summary>The aggregation of a name; upper and lower case are the same.</summary>
    public static AggregationOperator? FindAggregation(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        if (name.Length > lower.Length) return null;
        return lower[..name.ToLowerInvariant(lower)] switch
        {
            "sum" => AggregationOperator.Sum,
            "avg" => AggregationOperator.Avg,
            "count" => AggregationOperator.Count,
            "min" => AggregationOperator.Min,
            "max" => AggregationOperator.Max,
            "group" => AggregationOperator.Group,
            "stddev" => AggregationOperator.Stddev,
            "stdvar" => AggregationOperator.Stdvar,
            "topk" => AggregationOperator.TopK,
            "bottomk" => AggregationOperator.BottomK,
            "count_values" => AggregationOperator.CountValues,
            "quantile" => AggregationOperator.Quantile,
            "limitk" => AggregationOperator.LimitK,
            "limit_ratio" => AggregationOperator.LimitRatio,
            _ => null,
        };
    }
}
