using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests;

public sealed class PromQLParserTests
{
    private const string Rule =
        "sum by (job) (rate(http_requests_total{code=~\"5..\"}[5m] offset 1h)) / on (job) group_left up > bool 0.05";

    [Fact]
    public void A_rule_becomes_a_tree_with_the_place_of_every_part()
    {
        var comparison = Assert.IsType<BinaryExpression>(PromQLParser.Parse(Rule).Root);
        Assert.Equal((BinaryOperator.Greater, true), (comparison.Operator, comparison.ReturnsBool));
        Assert.Equal(Rule, comparison.Span.Of(Rule));
        var quotient = Assert.IsType<BinaryExpression>(comparison.Left);
        Assert.Equal("on (job) group_left", quotient.Matching!.Span.Of(Rule));
        Assert.Equal(MatchCardinality.ManyToOne, quotient.Matching.Cardinality);
        var sum = Assert.IsType<AggregateExpression>(quotient.Left);
        Assert.Equal("by (job)", sum.Grouping!.Span.Of(Rule));
        var rate = Assert.IsType<CallExpression>(sum.Operand);
        Assert.Equal(("rate", "rate"), (rate.Function.Name, rate.NameSpan.Of(Rule)));
        var range = Assert.IsType<MatrixSelector>(rate.Arguments[0]);
        Assert.Equal(TimeSpan.FromMinutes(5), range.Range.Value);
        Assert.Equal("http_requests_total{code=~\"5..\"}[5m] offset 1h", range.Span.Of(Rule));
        Assert.Equal(TimeSpan.FromHours(1), range.Offset!.Value);
        Assert.Equal("http_requests_total", range.Selector.MetricName);
        LabelMatcher matcher = Assert.Single(range.Selector.Matchers);
        Assert.Equal("code=~\"5..\"", matcher.Span.Of(Rule));
        Assert.Equal((MatchOperator.Regex, "5.."), (matcher.Operator, matcher.Value));
    }

    [Theory]
    [InlineData("1 + 2 * 3 ^ 2 ^ 2", "(1 + (2 * (3 ^ (2 ^ 2))))")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a or b and c unless d", "(a or ((b and c) unless d))")]
    [InlineData("a > b == c", "((a > b) == c)")]
    [InlineData("a / b atan2 c % d", "(((a / b) atan2 c) % d)")]
    [InlineData("a + b > c and d", "(((a + b) > c) and d)")]
    [InlineData("-a ^ 2", "-(a ^ 2)")]
    [InlineData("-a * 2", "(-a * 2)")]
    [InlineData("2 ^ -a * 3", "((2 ^ -a) * 3)")]
    [InlineData("- a offset 5m", "-a offset 5m")]
    [InlineData("a + b[5m:]", "(a + b[5m:])")]
    public void Operators_bind_as_in_Prometheus(string text, string bound) =>
        Assert.Equal(bound, Bound(PromQLParser.Parse(text).Root!));

    [Theory]
    [InlineData("up", ExpressionType.InstantVector)]
    [InlineData("up[5m]", ExpressionType.RangeVector)]
    [InlineData("(up[5m:1m])", ExpressionType.RangeVector)]
    [InlineData("1 + time()", ExpressionType.Scalar)]
    [InlineData("1 + up", ExpressionType.InstantVector)]
    [InlineData("-up", ExpressionType.InstantVector)]
    [InlineData("'x'", ExpressionType.Text)]
    [InlineData("count_values('x', up)", ExpressionType.InstantVector)]
    public void Every_expression_has_its_type(string text, ExpressionType type) =>
        Assert.Equal(type, PromQLParser.Parse(text).Root!.Type);

    [Theory]
    [InlineData("", 0, "there is no expression")]
    [InlineData("sum(up", 6, "a '(' is not closed")]
    [InlineData("up up", 3, "'up' cannot stand behind a complete expression")]
    [InlineData("rate(up[5m)", 10, "')' cannot stand behind a range")]
    [InlineData("up{a}", 4, "'}' cannot stand where '=', '!=', '=~' or '!~' is expected")]
    [InlineData("ratee(up[5m])", 0, "there is no function 'ratee'")]
    [InlineData("up[5x]", 3, "'5x' is neither a number nor a duration")]
    [InlineData("up offset 1m1h", 10, "'1m1h' has its units in the wrong order: 'h' comes too late")]
    [InlineData("up{a=~\"(\"}", 6, "the pattern is no regular expression of Go's: a '(' is not closed")]
    [InlineData("\"\\q\"", 1, "'\\q' is no escape")]
    [InlineData("$x", 0, "'$' means nothing in PromQL")]
    public void What_is_wrong_is_said_at_its_place(string text, int start, string message)
    {
        ParseResult result = PromQLParser.Parse(text);
        Assert.False(result.IsValid);
        Assert.Equal((message, start), (result.Diagnostics[0].Message, result.Diagnostics[0].Span.Start));
        Assert.NotEqual("", result.Diagnostics[0].Help);
    }

    [Fact]
    public void A_misspelt_function_is_guessed() =>
        Assert.Equal("Did you mean rate?", PromQLParser.Parse("ratee(up[5m])").Diagnostics[0].Help);

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "up", "")]
    [InlineData("", "1", " ^ 1")]
    [InlineData("2 ^ ", "1", "")]
    [InlineData("sum(", "up", ")")]
    [InlineData("", "up", "[5m:]")]
    [InlineData("{a=~\"(", "", ")\"}")]
    [InlineData("(", "", "")]
    public async Task What_is_nested_a_hundred_thousand_times_is_refused_and_harms_nobody(
        string before, string inner, string after)
    {
        const int times = 100_000;
        string text = string.Concat(Enumerable.Repeat(before, before.StartsWith('{') ? 1 : times)) + inner
            + string.Concat(Enumerable.Repeat(after, before.StartsWith('{') ? 1 : times));
        if (before.StartsWith('{')) text = "{a=~\"" + new string('(', times) + new string(')', times) + "\"}";
        ParseResult result = await OnASmallStack(() => PromQLParser.Parse(text));
        Assert.Contains(
            result.Diagnostics, found => found.Message.Contains("nested too deeply", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1 + ", "1", "")]
    [InlineData("", "up", " or up")]
    [InlineData("", "up", " + up")]
    [InlineData("", "up", " * 2 > 1")]
    public async Task A_chain_of_a_hundred_thousand_operators_is_read_inferred_and_printed(
        string before, string inner, string after)
    {
        const int times = 100_000;
        string text = string.Concat(Enumerable.Repeat(before, times)) + inner
            + string.Concat(Enumerable.Repeat(after, times));
        (string printed, ExpressionType type) = await OnASmallStack(() =>
        {
            Expression root = PromQLParser.Parse(text).Root!;
            return (root.ToString(), ExpressionInference.Infer(root, new MetricSchema([])).Result.Type);
        });
        Assert.Equal(text, printed);
        Assert.Equal(before.Length > 0 ? ExpressionType.Scalar : ExpressionType.InstantVector, type);
    }

    [Fact]
    public void The_limit_of_depth_can_be_lower()
    {
        PromQLOptions options = new() { MaxDepth = 3 };
        Assert.True(PromQLParser.Parse("((1))", options).IsValid);
        Assert.False(PromQLParser.Parse("(((1)))", options).IsValid);
        Assert.True(PromQLParser.Parse("1 + 2 + 3 + (4)", options).IsValid);
        Assert.False(PromQLParser.Parse("1 + 2 + 3 + ((4))", options).IsValid);
        Assert.False(PromQLParser.Parse("(1 + (2)) + 3", options).IsValid);
    }

    [Fact]
    public void An_expression_of_a_rule_costs_little_memory()
    {
        PromQLParser.Parse(Rule);
        long before = GC.GetAllocatedBytesForCurrentThread();
        PromQLParser.Parse(Rule);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(bytes, 1, 4_000);
    }

    // A stack much smaller than any thread has by default.
    private static Task<T> OnASmallStack<T>(Func<T> function)
    {
        TaskCompletionSource<T> result = new();
        new Thread(() => result.SetResult(function()), maxStackSize: 256 * 1024).Start();
        return result.Task;
    }

    // A tree with the parentheses that its text need not have.
    private static string Bound(Expression expression) => expression switch
    {
        BinaryExpression binary => $"({Bound(binary.Left)} {binary.Operator.ToSign()} {Bound(binary.Right)})",
        UnaryExpression unary => $"-{Bound(unary.Operand)}",
        _ => expression.ToString(),
    };
}
