using CsCheck;

namespace Alys.PromQL.Tests.Generated;

/// <summary>Expressions of Prometheus 2.42, made up by chance: types fit, so almost all are valid. What is refused
/// all the same, such as a label in two lists, is for promtool to say.</summary>
internal static class AnyExpression
{
    private const int Depth = 4;

    private static readonly Gen<string> Space = Gen.Frequency(
        (6, Gen.Const(" ")), (3, Gen.Const("")), (1, Gen.OneOf("\n", "\t", "  ", " # a comment\n", "\r\n")));

    private static readonly Gen<string> Metric = Gen.OneOf(
        "up", "http_requests_total", "node_cpu_seconds_total", "job:up:sum", ":a", "_x", "x_bucket", "Sum", "by",
        "offset", "start", "and", "min", "infra", "nano");

    private static readonly Gen<string> Label = Gen.OneOf(
        "job", "instance", "le", "__name__x", "sum", "by", "on", "bool", "offset", "start", "atan2", "Or");

    private static readonly Gen<string> Text = Gen.OneOf(
        "\"a\"", "'b'", "`c\\d`", "\"\"", "\"a\\nb\"", "'it\\'s'", "\"\\u00e9\\x41\\101\"", "\"é#{}\"", "\"\\xff\"");

    private static readonly Gen<string> Pattern = Gen.OneOf(
        "\".+\"", "\"a|b\"", "\"\"", "\".*\"", "`\\d+[^a-z]{2,3}`", "\"(?i:x)y*?\"", "\"(?P<n>a)\"", "\"\\\\pL\"",
        "`[[:alpha:]\\-]`", "\"^$\"", "\"\\\\Qa.b\\\\E\"", "\"a{,2}\"", "\"[]a]\"", "\"()\"");

    private static readonly Gen<string> Duration = Gen.OneOf(
        "5m", "1h30m", "1y2w3d4h5m6s7ms", "90s", "1ms", "300ms", "0s1ms", "01m", "15d");

    private static readonly Gen<string> Number = Gen.OneOf(
        "0", "1", "42", "0.5", ".5", "5.", "1e3", "1.5E-3", "0x1F", "017", "089", "Inf", "NaN", "inf",
        "9223372036854775808", "1e308", "00", "0x0");

    private static readonly Gen<string> Matcher = Gen.OneOf(
        Gen.Select(Label, Gen.OneOf("=", "!=", " = "), Text, (label, sign, text) => label + sign + text),
        Gen.Select(Label, Gen.OneOf("=~", "!~"), Pattern, (label, sign, text) => label + sign + text));

    private static readonly Gen<string> Matchers = Gen.Select(
        Matcher.Array[1, 3], Gen.OneOf(",", ", ", " ,"), Gen.OneOf("", ",", " ", ", "),
        (matchers, comma, end) => "{" + string.Join(comma, matchers) + end + "}");

    private static readonly Gen<string> Selector = Gen.OneOf(
        Metric, Gen.Select(Metric, Space, Matchers, (metric, space, matchers) => metric + space + matchers),
        Gen.Select(Metric, metric => metric + "{}"), Matchers,
        Gen.Select(Matchers, matchers => string.Concat("{job=\"x\",", matchers.AsSpan(1))));

    private static readonly Gen<string> Timing = Gen.OneOf(
        Gen.Const(""), Gen.Const(""), Gen.Select(Duration, duration => " offset " + duration),
        Gen.Select(Duration, duration => " offset -" + duration),
        Gen.OneOf(" @ 1609746000", " @ start()", " @ end ( )", " @ -1.5", "@+3", " @ 0x10"),
        Gen.Select(Duration, duration => " @ 5 OFFSET " + duration),
        Gen.Select(Duration, duration => " offset " + duration + " @ end()"));

    private static readonly Gen<string> Labels = Gen.Select(
        Label.Array[0, 3], Gen.OneOf("", "", ","),
        (labels, end) => "(" + string.Join(", ", labels) + (labels.Length > 0 ? end : "") + ")");

    private static readonly Gen<string> Matching = Gen.Frequency(
        (6, Gen.Const("")),
        (2, Gen.Select(Gen.OneOf("on", "ignoring", "ON"), Labels, (word, labels) => $" {word} {labels}")),
        (2, Gen.Select(
            Gen.OneOf("on", "ignoring"), Labels, Gen.OneOf("group_left", "group_right"), Labels,
            (word, labels, group, include) => $" {word}{labels} {group} {include}")));

    private static readonly Gen<string>[] Scalars = Levels(Number, level => Gen.OneOf(
        Number, Number, Gen.OneOf("time()", "pi ( )"),
        Lazy(() => Vectors![level]).Select(vector => $"scalar({vector})"),
        Lazy(() => Scalars![level]).Select(scalar => $"-{scalar}"),
        Lazy(() => Scalars![level]).Select(scalar => $"({scalar})"),
        Gen.Select(
            Lazy(() => Scalars![level]),
            Gen.OneOf("+", "-", " * ", "/", "%", " ^ ", " atan2 ", "> bool ", " == bool "),
            Lazy(() => Scalars![level]), (left, sign, right) => left + " " + sign + right)));

    private static readonly Gen<string>[] Ranges = Levels(
        Gen.Select(Selector, Duration, Timing, (selector, duration, timing) => $"{selector}[{duration}]{timing}"),
        level => Gen.OneOf(
            Gen.Select(Selector, Duration, Timing, (selector, duration, timing) => $"{selector}[ {duration} ]{timing}"),
            Gen.Select(
                Lazy(() => Vectors![level]), Duration, Duration, Timing,
                (inner, range, step, timing) => $"({inner})[{range}:{step}]{timing}"),
            Gen.Select(
                Lazy(() => Vectors![level]), Duration, Timing,
                (inner, range, timing) => $"{inner}[{range}:]{timing}")));

    private static readonly Gen<string>[] Vectors = Levels(
        Gen.Select(Selector, Timing, (selector, timing) => selector + timing),
        level => Gen.Frequency(
            (2, Gen.Select(Selector, Timing, (selector, timing) => selector + timing)),
            (4, Calls(level)),
            (3, Aggregations(level)),
            (3, Operations(level)),
            (1, Lazy(() => Vectors![level]).Select(vector => $"({vector})")),
            (1, Gen.Select(
                Gen.OneOf("-", "+", "- "), Lazy(() => Vectors![level]), (sign, vector) => sign + vector))));

    /// <summary>An expression of any type.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (8, Vectors[Depth]), (2, Scalars[Depth]), (1, Ranges[Depth]), (1, Text));

    private static Gen<string> Calls(int level)
    {
        Gen<string> vector = Lazy(() => Vectors[level]);
        Gen<string> range = Lazy(() => Ranges[level]);
        Gen<string> scalar = Lazy(() => Scalars[level]);
        return Gen.OneOf(
            Gen.Select(
                Gen.OneOf("abs", "ceil", "absent", "sort", "timestamp", "sgn", "deg", "hour"), vector,
                (name, argument) => $"{name}({argument})"),
            Gen.Select(
                Gen.OneOf("rate", "increase", "delta", "changes", "avg_over_time", "absent_over_time"), range,
                (name, argument) => $"{name}({argument})"),
            Gen.Select(Gen.OneOf("vector"), scalar, (name, argument) => $"{name}({argument})"),
            Gen.Select(vector, scalar, (first, second) => $"clamp_max({first}, {second})"),
            Gen.Select(vector, scalar, (first, second) => $"round({first},{second})"),
            Gen.Select(scalar, vector, (first, second) => $"histogram_quantile ({first}, {second})"),
            Gen.Select(scalar, range, (first, second) => $"quantile_over_time({first}, {second})"),
            Gen.Select(range, scalar, (first, second) => $"predict_linear({first}, {second})"),
            Gen.Select(vector, Text, Text, (first, a, b) => $"label_replace({first}, {a}, {b}, \"job\", \"(.*)\")"),
            Gen.Select(vector, Text.Array[2, 5], (first, texts) => $"label_join({first}, {string.Join(", ", texts)})"),
            Gen.Select(vector, vector => $"year({vector})"), Gen.Const("minute()"));
    }

    private static Gen<string> Aggregations(int level)
    {
        Gen<string> vector = Lazy(() => Vectors[level]);
        Gen<string> arguments = Gen.OneOf(vector, vector);
        Gen<string> plain = Gen.Select(
            Gen.OneOf("sum", "avg", "count", "min", "max", "group", "stddev", "stdvar", "SUM"), arguments,
            (name, argument) => name + "|(" + argument + ")");
        Gen<string> ranked = Gen.Select(
            Gen.OneOf("topk", "bottomk", "quantile"), Lazy(() => Scalars[level]), vector,
            (name, first, second) => $"{name}|({first}, {second})");
        Gen<string> counted = Gen.Select(Text, vector, (first, second) => $"count_values|({first}, {second})");
        return Gen.Select(
            Gen.Frequency((4, plain), (2, ranked), (1, counted)), Gen.OneOf("by", "without", "BY"), Labels,
            Gen.Int[0, 2],
            (call, word, labels, place) => place switch
            {
                0 => call.Replace("|", "", StringComparison.Ordinal),
                1 => call.Replace("|", $" {word} {labels} ", StringComparison.Ordinal),
                _ => call.Replace("|", "", StringComparison.Ordinal) + $" {word} {labels}",
            });
    }

    private static Gen<string> Operations(int level)
    {
        Gen<string> vector = Lazy(() => Vectors[level]);
        Gen<string> scalar = Lazy(() => Scalars[level]);
        Gen<string> arithmetic = Gen.OneOf("+", "-", "*", "/", "%", "^", "atan2");
        Gen<string> comparison = Gen.OneOf("==", "!=", ">", "<", ">=", "<=", "> bool", "== bool");
        return Gen.OneOf(
            Gen.Select(
                vector, Gen.OneOf(arithmetic, comparison, Gen.OneOf("and", "or", "unless", "AND")), Matching,
                vector,
                (left, sign, matching, right) => $"{left} {sign}{matching} {right}"),
            Gen.Select(
                vector, Gen.OneOf(arithmetic, comparison), scalar, (left, sign, right) => $"{left} {sign} {right}"),
            Gen.Select(
                scalar, Gen.OneOf(arithmetic, comparison), vector, (left, sign, right) => $"{left} {sign} {right}"));
    }

    // Each level is built of the one below it.
    private static Gen<string>[] Levels(Gen<string> lowest, Func<int, Gen<string>> make)
    {
        var levels = new Gen<string>[Depth + 1];
        levels[0] = lowest;
        for (int level = 1; level <= Depth; level++) levels[level] = make(level - 1);
        return levels;
    }

    // The kinds of expressions hold one another, so what is made first looks the others up when it is used.
    private static Gen<string> Lazy(Func<Gen<string>> gen) => Gen.Const(0).SelectMany(_ => gen());
}
