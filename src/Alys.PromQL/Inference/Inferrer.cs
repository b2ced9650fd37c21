using System.Buffers;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Inference;

/// <summary>Walks a tree from its leaves to its root. The parts: this one for selectors and aggregations.</summary>
internal sealed partial class Inferrer(IMetricSchema schema, Dictionary<Expression, ExpressionFacts> facts)
{
    private const string Name = VectorSelector.NameLabel;
    private const string BucketLabel = "le";
    private const string QuantileLabel = "quantile";

    private static readonly SearchValues<char> PatternSigns = SearchValues.Create(@"\.+*?()[]{}^$");

    private static readonly ExpressionFacts Unknown =
        new() { Type = ExpressionType.Unknown, Labels = LabelFacts.Anything };

    public ExpressionFacts Infer(Expression expression)
    {
        if (expression is BinaryExpression last)
        {
            IReadOnlyList<BinaryExpression> chain = last.Chain;
            Infer(chain[0].Left);
            foreach (BinaryExpression binary in chain) facts[binary] = Binary(binary) with { Type = binary.Type };
            return facts[expression];
        }

        ExpressionFacts found = expression switch
        {
            VectorSelector selector => Selector(selector),
            MatrixSelector matrix => Infer(matrix.Selector),
            SubqueryExpression subquery => Infer(subquery.Inner) with { Series = null, Conflict = null },
            ParenthesizedExpression parenthesized => Infer(parenthesized.Inner) with { Conflict = null },
            UnaryExpression unary => Unary(unary),
            AggregateExpression aggregate => Aggregation(aggregate),
            CallExpression call => Call(call),
            VariableExpression => Unknown,
            _ => new ExpressionFacts { Type = expression.Type, Labels = LabelFacts.None },
        };
        found = found with { Type = expression.Type };
        facts[expression] = found;
        return found;
    }

    private ExpressionFacts Selector(VectorSelector selector)
    {
        Series? series = selector.MetricName is { } name ? Inference.Series.Find(schema, name) : null;
        LabelFacts labels = LabelFacts.Anything.With(Name, LabelFact.Sure);
        if (series is not null) labels = Declared(series, selector.MetricName!);
        else if (selector.MetricName is { } unknown) labels = labels.With(Name, new(LabelPresence.Sure, [unknown]));

        foreach (LabelMatcher matcher in selector.Matchers)
            labels = labels.With(matcher.Label.Name, Matched(labels[matcher.Label.Name], matcher));
        if (series is null) return Unknown with { Labels = labels };
        return Unknown with
        {
            Labels = labels,
            Kind = KindOf(series),
            Unit = series.Role is SeriesRole.Bucket or SeriesRole.Count ? null : series.Family.Unit,
            Buckets = series.Role == SeriesRole.Bucket
                || series is { Family.Kind: MetricKind.Histogram, Role: SeriesRole.Value }
                ? series.Family : series.Family.BucketsOf,
            Series = series,
        };
    }

    private LabelFacts Declared(Series series, string name)
    {
        MetricFamily family = series.Family;
        IEnumerable<MetricLabel> added = family.HasTargetLabels ? schema.TargetLabels : [];
        LabelFacts labels = (family.HasOtherLabels ? LabelFacts.Anything : LabelFacts.None)
            .With(Name, new LabelFact(LabelPresence.Sure, [name]))
            .With(added.Concat(family.Labels).Select(label => (label.Name, new LabelFact(
                label.IsOptional ? LabelPresence.Possible : LabelPresence.Sure, label.Values))));
        return series.Role switch
        {
            SeriesRole.Bucket => labels.With(BucketLabel, LabelFact.Sure),
            SeriesRole.Quantile => labels.With(QuantileLabel, LabelFact.Sure),
            _ => labels,
        };
    }

    private static MetricKind KindOf(Series series) => series.Role switch
    {
        SeriesRole.Value => series.Family.Kind,
        SeriesRole.Quantile => MetricKind.Gauge,
        _ => MetricKind.Counter,
    };

    // What is left of a label once a matcher has chosen among the series.
    private static LabelFact Matched(LabelFact fact, LabelMatcher matcher)
    {
        bool? takesEmpty = matcher.Matches("");
        if (matcher is { Operator: MatchOperator.Equal, HasVariable: false })
        {
            return matcher.Value.Length == 0 ? LabelFact.Never
                : new LabelFact(LabelPresence.Sure, [matcher.Value]);
        }

        LabelPresence presence = takesEmpty == false ? LabelPresence.Sure : fact.Presence;
        IReadOnlyList<string>? values = fact.Values is null ? Alternatives(matcher)
            : [.. fact.Values.Where(value => matcher.Matches(value) != false)];
        return new LabelFact(presence, values);
    }

    // The values of a pattern such as a|b, which is a list.
    private static string[]? Alternatives(LabelMatcher matcher) =>
        matcher is { Operator: MatchOperator.Regex, HasVariable: false }
            && !matcher.Value.AsSpan().ContainsAny(PatternSigns) && !matcher.Value.Split('|').Contains("")
            ? matcher.Value.Split('|') : null;

    private ExpressionFacts Unary(UnaryExpression unary)
    {
        ExpressionFacts operand = Infer(unary.Operand);
        return unary.IsNegation ? Changed(operand) with { Unit = operand.Unit } : operand;
    }

    private ExpressionFacts Aggregation(AggregateExpression aggregate)
    {
        if (aggregate.Parameter is { } parameter) Infer(parameter);
        ExpressionFacts operand = Infer(aggregate.Operand) with { Series = null, Conflict = null };
        if (aggregate.Operator.KeepsSeries()) return operand;

        LabelFacts labels = Grouped(operand.Labels, aggregate.Grouping);
        if (aggregate is { Operator: AggregationOperator.CountValues, Parameter: StringLiteral { Value: var label } })
            labels = labels.With(label, LabelFact.Sure);
        return aggregate.Operator switch
        {
            AggregationOperator.Sum or AggregationOperator.Avg or AggregationOperator.Min or AggregationOperator.Max
                or AggregationOperator.Quantile => operand with
                {
                    Labels = labels,
                    Buckets = Kept(operand.Buckets, labels),
                },
            AggregationOperator.Stddev =>
                Unknown with { Labels = labels, Unit = operand.Unit, Kind = MetricKind.Gauge },
            _ => Unknown with { Labels = labels, Kind = MetricKind.Gauge },
        };
    }

    // Without le, what is left of buckets are no buckets; a native histogram has none.
    private static MetricFamily? Kept(MetricFamily? buckets, LabelFacts labels) =>
        labels[BucketLabel].Presence == LabelPresence.Never ? null : buckets;

    private static LabelFacts Grouped(LabelFacts labels, Grouping? grouping)
    {
        if (grouping is null) return LabelFacts.None;
        IEnumerable<string> names = grouping.Labels.Select(label => label.Name);

        // A variable stands for labels that nobody knows here.
        bool hasVariable = grouping.Labels.Any(label => label.Name.AsSpan().ContainsAny('$', '['));
        if (grouping.IsWithout)
        {
            LabelFacts without = labels.Without([Name, .. names]);
            return hasVariable ? LabelFacts.Either(without, LabelFacts.None) : without;
        }

        LabelFacts by = labels.Keep(names);
        return hasVariable ? LabelFacts.Anything.With(by.Known.Select(pair => (pair.Key, pair.Value))) : by;
    }

    // A calculated value: it has another meaning, and no name.
    private static ExpressionFacts Changed(ExpressionFacts operand) => Unknown with
    {
        Labels = operand.Labels.Without(Name),
        Kind = operand.Kind == MetricKind.Gauge ? MetricKind.Gauge : MetricKind.Unknown,
    };
}
