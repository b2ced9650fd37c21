using System.Text;
using Alys.PromQL.Printing;
using Alys.PromQL.Tree;

namespace Alys.PromQL;

/// <summary>Writes a tree as PromQL.</summary>
public static class PromQLPrinter
{
    /// <summary>
    /// The canonical text of an expression, on one line: spaces around operators, grouping before the operand, strings
    /// in double quotes, durations in their largest units, no comments. Read again it gives the same tree.
    /// </summary>
    /// <param name="expression">A tree that the parser made.</param>
    /// <remarks><b>Threads:</b> any. <b>Source:</b> the form follows that of Prometheus' <c>/api/v1/format_query</c>.
    /// </remarks>
    public static string Print(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var text = new StringBuilder();
        new ExpressionWriter(text).Write(expression);
        return text.ToString();
    }
}
