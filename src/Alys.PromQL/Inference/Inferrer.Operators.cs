using Alys.PromQL.Tree;

namespace Alys.PromQL.Inference;

/// <summary>Operators between expressions.</summary>
internal sealed partial class Inferrer
{
    // What is on the left is known.
    private ExpressionFacts Binary(BinaryExpression binary)
    {
        ExpressionFacts left = facts[binary.Left] with { Series = null, Conflict = null };
        ExpressionFacts right = Infer(binary.Right) with { Series = null, Conflict = null };
        if (binary.Type == ExpressionType.Scalar)
        {
            string? unit = UnitOf(binary, left, right);
            return Unknown with { Labels = LabelFacts.None, Unit = unit, Kind = MetricKind.Gauge };
        }

        if (left.Type == ExpressionType.Unknown || right.Type == ExpressionType.Unknown)
            return WithVariable(binary, left, right);
        if (left.Type == ExpressionType.Scalar) return WithScalar(binary, right, left, right);
        if (right.Type == ExpressionType.Scalar) return WithScalar(binary, left, left, right);
        return binary.Operator.IsSet() ? Set(binary, left, right) : Matched(binary, left, right);
    }

    // A vector and a scalar: a comparison chooses among the series, all else calculates new values.
    private static ExpressionFacts WithScalar(
        BinaryExpression binary, ExpressionFacts vector, ExpressionFacts left, ExpressionFacts right)
    {
        if (binary.Operator.IsComparison() && !binary.ReturnsBool) return vector;
        return Changed(vector) with { Unit = UnitOf(binary, left, right) };
    }

    // What a variable is decides which labels there are.
    private static ExpressionFacts WithVariable(BinaryExpression binary, ExpressionFacts left, ExpressionFacts right)
    {
        ExpressionFacts known = left.Type == ExpressionType.Unknown ? right : left;
        bool keepsName = binary.Operator.IsSet() || (binary.Operator.IsComparison() && !binary.ReturnsBool);
        LabelFacts labels = LabelFacts.Either(known.Labels, LabelFacts.Anything);
        return Unknown with { Labels = keepsName ? labels : labels.Without(Name) };
    }

    private static ExpressionFacts Set(BinaryExpression binary, ExpressionFacts left, ExpressionFacts right)
    {
        if (binary.Operator == BinaryOperator.Or)
        {
            return Unknown with
            {
                Labels = LabelFacts.Either(left.Labels, right.Labels),
                Kind = left.Kind == right.Kind ? left.Kind : MetricKind.Unknown,
                Unit = left.Unit == right.Unit ? left.Unit : null,
                Buckets = left.Buckets == right.Buckets ? left.Buckets : null,
            };
        }

        MatchConflict? conflict = Meet(binary.Matching, left.Labels, right.Labels, out LabelFacts met);
        return left with
        {
            Labels = binary.Operator == BinaryOperator.And && conflict is null ? met : left.Labels,
            Conflict = conflict,
        };
    }

    private static ExpressionFacts Matched(BinaryExpression binary, ExpressionFacts left, ExpressionFacts right)
    {
        VectorMatching? matching = binary.Matching;
        bool isRightMany = matching?.Cardinality == MatchCardinality.OneToMany;
        (LabelFacts many, LabelFacts one) = isRightMany ? (right.Labels, left.Labels) : (left.Labels, right.Labels);
        MatchConflict? conflict = Meet(matching, many, one, out LabelFacts labels);
        if (conflict is not null && isRightMany)
            conflict = conflict with { Left = conflict.Right, Right = conflict.Left };

        // With fill one side may be missing, so its labels are not sure and nothing fails to match.
        if ((binary.FillLeft ?? binary.FillRight) is not null)
            (conflict, labels) = (null, LabelFacts.Either(many, one));
        bool isFilter = binary.Operator.IsComparison() && !binary.ReturnsBool;
        labels = isFilter ? labels : labels.Without(Name);
        if (matching is { Cardinality: MatchCardinality.OneToOne })
        {
            IEnumerable<string> names = matching.Labels.Select(label => label.Name);
            labels = matching.IsOn ? labels.Keep(names) : labels.Without(names);
        }

        foreach (LabelName label in matching?.Include ?? []) labels = labels.With(label.Name, one[label.Name]);
        ExpressionFacts start = isFilter ? left : Changed(left) with { Unit = UnitOf(binary, left, right) };
        if (!isFilter && (left.Kind != MetricKind.Gauge || right.Kind != MetricKind.Gauge))
            start = start with { Kind = MetricKind.Unknown };
        return start with { Labels = labels, Conflict = conflict };
    }

    // Series meet whose matched labels are equal: what one side knows of them is true of the other. Returns the first
    // label that cannot be.
    private static MatchConflict? Meet(VectorMatching? matching, LabelFacts left, LabelFacts right, out LabelFacts met)
    {
        HashSet<string> named = [.. matching?.Labels.Select(label => label.Name) ?? []];
        IEnumerable<string> matched = matching is { IsOn: true } ? named
            : left.Known.Keys.Union(right.Known.Keys, StringComparer.Ordinal)
                .Where(label => label != Name && !named.Contains(label));
        List<(string, LabelFact)> shared = [];
        MatchConflict? conflict = null;
        foreach (string label in matched.Order(StringComparer.Ordinal))
        {
            if (LabelFact.Both(left[label], right[label]) is { } both) shared.Add((label, both));
            else conflict ??= new MatchConflict(label, left[label], right[label]);
        }

        // Where all labels are matched, one that cannot be on one side cannot be on the other.
        bool closes = left.IsOpen && !right.IsOpen && matching is null;
        LabelFacts start = closes ? LabelFacts.None.With(left.Known.Select(pair => (pair.Key, pair.Value))) : left;
        met = start.With(shared);
        return conflict;
    }

    private static string? UnitOf(BinaryExpression binary, ExpressionFacts left, ExpressionFacts right)
    {
        if (binary.Operator.IsComparison()) return null;
        bool isLeftNumber = IsNumber(binary.Left);
        bool isRightNumber = IsNumber(binary.Right);
        return binary.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => isLeftNumber ? right.Unit
                : isRightNumber || left.Unit == right.Unit ? left.Unit : null,
            BinaryOperator.Divide => Units.Quotient(left.Unit, right.Unit),
            BinaryOperator.Multiply => Units.Product(left.Unit, right.Unit),
            BinaryOperator.Modulo => left.Unit,
            _ => null,
        };
    }

    // A number that is written out fits any unit.
    private static bool IsNumber(Expression expression) => expression.WithoutParentheses() switch
    {
        NumberLiteral => true,
        UnaryExpression unary => IsNumber(unary.Operand),
        _ => false,
    };
}
