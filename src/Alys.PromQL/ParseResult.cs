using Alys.PromQL.Tree;

namespace Alys.PromQL;

/// <summary>What the parser made of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Root">The tree; null when the text does not follow the grammar. A tree whose types do not fit is here,
/// with diagnostics.</param>
/// <param name="Diagnostics">What is wrong, in the order in which it was found.</param>
public sealed record ParseResult(string Text, Expression? Root, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether Prometheus would take the expression: no diagnostic is an error.</summary>
    public bool IsValid
    {
        get
        {
            foreach (Diagnostic diagnostic in Diagnostics)
            {
                if (diagnostic.Severity == DiagnosticSeverity.Error) return false;
            }

            return true;
        }
    }
}
