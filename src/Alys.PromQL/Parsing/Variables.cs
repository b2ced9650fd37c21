using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>What Grafana's own variables hold.</summary>
/// <remarks><b>Source:</b> https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/
/// #global-variables.</remarks>
internal static class Variables
{
    /// <summary>The type of a variable as an expression. Before 3.0 a duration is none: that is told by
    /// <see cref="ExpressionType.RangeVector"/>.</summary>
    public static ExpressionType TypeOf(string variable, bool isThree) => VariableText.Name(variable) switch
    {
        "__interval_ms" or "__range_s" or "__range_ms" or "__rate_interval_ms" or "__from" or "__to" =>
            ExpressionType.Scalar,
        "__interval" or "__rate_interval" or "__range" =>
            isThree ? ExpressionType.Scalar : ExpressionType.RangeVector,
        _ => ExpressionType.Unknown,
    };
}
