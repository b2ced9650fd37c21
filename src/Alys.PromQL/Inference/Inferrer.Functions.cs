using Alys.PromQL.Tree;

namespace Alys.PromQL.Inference;

/// <summary>Functions.</summary>
internal sealed partial class Inferrer
{
    private ExpressionFacts Call(CallExpression call)
    {
        foreach (Expression argument in call.Arguments) Infer(argument);
        if (call.Type == ExpressionType.Scalar)
        {
            bool isTime = call.Function.Name == "time";
            string? unit = isTime ? Units.Seconds : call.Arguments.Count > 0 ? facts[call.Arguments[0]].Unit : null;
            return Unknown with { Labels = LabelFacts.None, Unit = unit, Kind = MetricKind.Gauge };
        }

        // The vector that the result's series come from; date functions may do without.
        Expression? source = call.Arguments.FirstOrDefault(argument =>
            argument.Type is not (ExpressionType.Scalar or ExpressionType.Text));
        if (source is null)
        {
            string? unit = call.Function.Name == "vector" && call.Arguments.Count > 0
                ? facts[call.Arguments[0]].Unit : null;
            return Unknown with { Labels = LabelFacts.None, Kind = MetricKind.Gauge, Unit = unit };
        }

        ExpressionFacts origin = facts[source] with { Series = null, Conflict = null };
        return Applied(call, source, origin);
    }

    private static ExpressionFacts Applied(CallExpression call, Expression source, ExpressionFacts origin)
    {
        LabelFacts nameless = origin.Labels.Without(Name);
        ExpressionFacts gauge = Unknown with { Labels = nameless, Kind = MetricKind.Gauge };
        switch (call.Function.Name)
        {
            case "sort" or "sort_desc" or "sort_by_label" or "sort_by_label_desc":
                return origin;
            case "last_over_time" or "first_over_time":
                return origin;
            case "label_replace":
                return origin with { Labels = LabelFunctions.Replaced(origin.Labels, call) };
            case "label_join":
                return origin with { Labels = LabelFunctions.Joined(origin.Labels, call) };
            case "info":
                return origin with { Labels = LabelFacts.Either(origin.Labels, LabelFacts.Anything) };
            case "absent" or "absent_over_time":
                return gauge with { Labels = OfAbsent(source) };
            case "rate" or "irate" or "deriv":
                return gauge with { Unit = Units.PerSecond(origin.Unit), Buckets = origin.Buckets };
            case "increase" or "delta" or "idelta":
                return gauge with { Unit = origin.Unit, Buckets = origin.Buckets };
            case "min_over_time" or "max_over_time" or "avg_over_time" or "quantile_over_time":
                return origin with { Labels = nameless };
            case "stddev_over_time" or "mad_over_time" or "holt_winters" or "double_exponential_smoothing"
                or "predict_linear":
                return gauge with { Unit = origin.Unit };
            case "abs" or "ceil" or "floor" or "round" or "clamp" or "clamp_min" or "clamp_max":
                return origin with { Labels = nameless };
            case "timestamp" or "ts_of_first_over_time" or "ts_of_last_over_time" or "ts_of_max_over_time"
                or "ts_of_min_over_time":
                return gauge with { Unit = Units.Seconds };
            case "histogram_quantile":
                return gauge with { Labels = nameless.Without(BucketLabel), Unit = origin.Buckets?.Unit };
            case "histogram_quantiles":
                return gauge with
                {
                    Labels = LabelFacts.Either(nameless, LabelFacts.Anything),
                    Unit = origin.Buckets?.Unit,
                };
            case "histogram_avg" or "histogram_stddev":
                return gauge with { Unit = origin.Buckets?.Unit };
            case "histogram_fraction":
                return gauge with { Labels = nameless.Without(BucketLabel), Unit = Units.Ratio };
            default:
                return gauge;
        }
    }

    // What is absent has the labels that its selector demands exactly; a label that is named twice is not among them.
    private static LabelFacts OfAbsent(Expression source)
    {
        VectorSelector? selector = source.WithoutParentheses() switch
        {
            VectorSelector vector => vector,
            MatrixSelector matrix => matrix.Selector,
            _ => null,
        };
        if (selector is null) return LabelFacts.None;
        return LabelFacts.None.With(
            from matcher in selector.Matchers
            group matcher by matcher.Label.Name into same
            let only = same.First()
            where same.Key != Name && same.Count() == 1 && only.Operator == MatchOperator.Equal && only.Value.Length > 0
            select (same.Key, only.HasVariable
                ? LabelFact.Possible : new LabelFact(LabelPresence.Sure, [only.Value])));
    }
}
