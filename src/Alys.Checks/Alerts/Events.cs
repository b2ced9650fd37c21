using Alys.Checks.Queries;
using Alys.PromQL.Tree;

namespace Alys.Checks.Alerts;

/// <summary>Finds comparisons that hold because something happened within a time.</summary>
internal static class Events
{
    private static readonly string[] Functions = ["increase", "changes", "resets"];

    /// <summary>The times within which something has to have happened, from the parts that decide whether an alert
    /// fires: <c>increase(x[5m]) &gt; 0</c>.</summary>
    /// <param name="root">The alert's expression.</param>
    /// <param name="most">The highest number that is compared with.</param>
    public static IEnumerable<MatrixSelector> Of(Expression root, double most) =>
        from part in Numbers.Deciding(root)
        let comparison = Numbers.Comparison(part)
        where comparison is { Operator: BinaryOperator.Greater or BinaryOperator.GreaterOrEqual }
            && comparison.Value.Number <= most
        from call in comparison.Value.Side.DescendantsAndSelf().OfType<CallExpression>()
        where Functions.Contains(call.Function.Name)
        from matrix in call.Arguments.OfType<MatrixSelector>()
        select matrix;
}
