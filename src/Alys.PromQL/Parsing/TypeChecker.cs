using Alys.PromQL.Regexes;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>Whether the types and the arguments of a tree fit, as Prometheus judges it.</summary>
internal sealed class TypeChecker(string text, List<Diagnostic> diagnostics)
{
    public void Check(Expression expression)
    {
        switch (expression)
        {
            case VectorSelector selector:
                CheckSelector(selector, mayBeEmpty: false);
                break;
            case MatrixSelector { Selector: var selector }:
                CheckSelector(selector, mayBeEmpty: false);
                break;
            case SubqueryExpression subquery:
                Check(subquery.Inner);
                Expect(subquery.Inner, ExpressionType.InstantVector, "a subquery");
                break;
            case ParenthesizedExpression { Inner: var inner }:
                Check(inner);
                break;
            case UnaryExpression { Operand: var operand }:
                Check(operand);
                ExpectValue(operand, "a sign stands before a scalar or an instant vector");
                break;
            case AggregateExpression aggregate:
                CheckAggregation(aggregate);
                break;
            case CallExpression call:
                CheckCall(call);
                break;
            case BinaryExpression binary:
                IReadOnlyList<BinaryExpression> chain = binary.Chain;
                Check(chain[0].Left);
                foreach (BinaryExpression one in chain) CheckBinary(one);
                break;
        }
    }

    private void CheckSelector(VectorSelector selector, bool mayBeEmpty)
    {
        if (selector.Name is { } name)
        {
            foreach (LabelMatcher matcher in selector.Matchers)
            {
                // From 3.0 on a name may stand in braces; a second one there is a condition like any other.
                if (matcher.Label.Name != VectorSelector.NameLabel || IsInBraces(selector)) continue;
                Report(
                    matcher.Span, $"the metric's name is given twice, the other being '{name}'", "Keep one of them.");
            }

            if (!IsInBraces(selector) || name.Length > 0) return;
        }

        if (mayBeEmpty || selector.Matchers.Any(RefusesEmpty)) return;
        Report(
            selector.Span, "this selector may select every series there is",
            "Give it a name, or a matcher that the empty value does not fulfil, such as job=~\".+\".");
    }

    private bool IsInBraces(VectorSelector selector) =>
        selector.NameSpan.Length > 0 && text[selector.NameSpan.Start] is '"' or '\'' or '`';

    private static bool RefusesEmpty(LabelMatcher matcher)
    {
        if (matcher.HasVariable) return true;
        return matcher.Operator switch
        {
            MatchOperator.Equal => matcher.Value.Length > 0,
            MatchOperator.NotEqual => matcher.Value.Length == 0,
            MatchOperator.Regex => !GoRegex.MatchesEmpty(matcher.Value),
            _ => GoRegex.MatchesEmpty(matcher.Value),
        };
    }

    private void CheckAggregation(AggregateExpression aggregate)
    {
        Check(aggregate.Operand);
        Expect(aggregate.Operand, ExpressionType.InstantVector, aggregate.Operator.ToName());
        if (aggregate.Parameter is not { } parameter) return;
        Check(parameter);
        ExpressionType wanted =
            aggregate.Operator == AggregationOperator.CountValues ? ExpressionType.Text : ExpressionType.Scalar;
        Expect(parameter, wanted, $"the parameter of {aggregate.Operator.ToName()}");
    }

    private void CheckCall(CallExpression call)
    {
        PromQLFunction function = call.Function;
        int given = call.Arguments.Count;
        if (given < function.MinArguments || given > function.MaxArguments)
        {
            string wanted = function.MaxArguments is not { } most ? $"at least {function.MinArguments}"
                : most == function.MinArguments ? $"{most}" : $"{function.MinArguments} to {most}";
            Report(
                call.Span, $"{function.Name} takes {wanted} argument(s), and here are {given}", $"Write {function}.");
        }

        bool isInfo = function.Name == "info";
        for (int i = 0; i < given; i++)
        {
            Expression argument = call.Arguments[i];
            if (isInfo && i == 1) CheckInfo(argument);
            else Check(argument);
            if (function.ArgumentTypes.Count == 0) continue;
            if (i >= function.ArgumentTypes.Count && function.MaxArguments == function.MinArguments) continue;
            ExpressionType wanted = function.ArgumentTypes[Math.Min(i, function.ArgumentTypes.Count - 1)];
            Expect(argument, wanted, function.Name);
        }
    }

    // The second argument of info() is a list of matchers in the form of a selector.
    private void CheckInfo(Expression argument)
    {
        if (argument is VectorSelector { Name: null } selector) CheckSelector(selector, mayBeEmpty: true);
        else Report(argument.Span, "info takes matchers here, without a metric", "Write {label=\"value\"}.");
    }

    // What is on the left has been checked.
    private void CheckBinary(BinaryExpression binary)
    {
        Check(binary.Right);
        bool isComparison = binary.Operator.IsComparison();
        bool hasScalars = binary.Left.Type == ExpressionType.Scalar && binary.Right.Type == ExpressionType.Scalar;
        string sign = binary.Operator.ToSign();
        if (binary.ReturnsBool && !isComparison)
        {
            Report(binary.OperatorSpan, $"'bool' belongs to a comparison, and '{sign}' is none", "Remove 'bool'.");
        }
        else if (isComparison && !binary.ReturnsBool && hasScalars)
        {
            Report(
                binary.OperatorSpan, "two scalars are compared without 'bool'",
                $"Write '{sign} bool': a comparison that filters needs a vector.");
        }

        ExpectValue(binary.Left, $"'{sign}' stands between scalars and instant vectors");
        ExpectValue(binary.Right, $"'{sign}' stands between scalars and instant vectors");
        CheckMatching(binary);
    }

    private void CheckMatching(BinaryExpression binary)
    {
        bool mayBeVectors = IsVector(binary.Left) && IsVector(binary.Right);
        if (binary.Operator.IsSet()
            && (binary.Left.Type == ExpressionType.Scalar || binary.Right.Type == ExpressionType.Scalar))
        {
            Report(
                binary.OperatorSpan, $"'{binary.Operator.ToSign()}' stands between vectors only",
                "Make a scalar a vector with vector(...).");
        }

        if ((binary.FillLeft ?? binary.FillRight) is not null && (!mayBeVectors || binary.Operator.IsSet()))
            Report(binary.OperatorSpan, "'fill' belongs to arithmetic and comparisons of two vectors", "Remove it.");
        if (binary.Matching is not { } matching) return;
        foreach (LabelName label in matching.IsOn ? matching.Include : [])
        {
            if (!matching.Labels.Any(other => other.Name == label.Name)) continue;
            Report(
                label.Span, $"'{label.Name}' is matched by 'on' and cannot be copied as well",
                "Take it out of one of the two lists.");
        }

        if (!mayBeVectors && matching.Labels.Count > 0)
            Report(matching.Span, "labels are matched between two vectors only", "Remove this.");
        if (mayBeVectors && binary.Operator.IsSet() && matching.Cardinality != MatchCardinality.OneToOne)
        {
            Report(
                matching.Span, $"'{binary.Operator.ToSign()}' takes no group_left and no group_right",
                "Remove it: set operators match many to many.");
        }
    }

    private static bool IsVector(Expression expression) =>
        expression.Type is ExpressionType.InstantVector or ExpressionType.Unknown;

    private void ExpectValue(Expression expression, string message)
    {
        if (expression.Type is ExpressionType.RangeVector or ExpressionType.Text)
        {
            Report(
                expression.Span, $"{message}, and this is a {expression.Type.ToWords()}",
                expression.Type == ExpressionType.RangeVector
                    ? "Put a function around it, such as rate(...)." : "Write a number or a vector.");
        }
    }

    private void Expect(Expression expression, ExpressionType wanted, string where)
    {
        ExpressionType type = expression.Type;
        if (type == wanted || type == ExpressionType.Unknown) return;
        string help = (wanted, type) switch
        {
            (ExpressionType.RangeVector, ExpressionType.InstantVector) => expression is VectorSelector
                ? "Write a range behind the selector: [5m]." : "Write a subquery behind it: [5m:].",
            (ExpressionType.InstantVector, ExpressionType.RangeVector) =>
                "Put a function around it that takes a range, such as rate(...), or remove the range.",
            (ExpressionType.InstantVector, ExpressionType.Scalar) => "Make it a vector with vector(...).",
            (ExpressionType.Scalar, ExpressionType.InstantVector) => "Make it a scalar with scalar(...).",
            (ExpressionType.Text, _) => "Write a string in double quotes.",
            _ => "",
        };
        Report(
            expression.Span, $"{where} takes a value of type {wanted.ToWords()}, and this is of type {type.ToWords()}",
            help);
    }

    private void Report(SourceSpan span, string message, string help) =>
        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, span, message, help));
}
