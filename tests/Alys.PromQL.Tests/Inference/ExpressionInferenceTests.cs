using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests.Inference;

public sealed class ExpressionInferenceTests
{
    private static readonly MetricSchema Schema = new(
    [
        new MetricFamily
        {
            Name = "work_seconds_total", Kind = MetricKind.Counter, Unit = "seconds",
            Labels = [new MetricLabel("stage", ["read", "write"]), new MetricLabel("peer")],
        },
        new MetricFamily
        {
            Name = "sent_bytes_total", Kind = MetricKind.Counter, Unit = "bytes",
            Labels = [new MetricLabel("peer"), new MetricLabel("zone", IsOptional: true)],
        },
        new MetricFamily
        {
            Name = "wait_seconds", Kind = MetricKind.Histogram, Unit = "seconds", Bounds = [0.1, 1, 10],
            Labels = [new MetricLabel("stage", ["read", "write"])],
        },
        new MetricFamily { Name = "free_bytes", Kind = MetricKind.Gauge, Unit = "bytes" },
        new MetricFamily { Name = "info", Kind = MetricKind.Gauge, Labels = [new MetricLabel("version")] },
    ]);

    // Sure labels, then possible ones in brackets, then "..." when there may be others.
    [Theory]
    [InlineData("free_bytes", "__name__ instance job")]
    [InlineData("sent_bytes_total", "__name__ instance job peer [zone]")]
    [InlineData("sent_bytes_total{zone=\"a\"}", "__name__ instance job peer zone")]
    [InlineData("sent_bytes_total{zone!=\"\"}", "__name__ instance job peer zone")]
    [InlineData("sent_bytes_total{zone=\"\"}", "__name__ instance job peer")]
    [InlineData("sent_bytes_total{zone=~\".*\"}", "__name__ instance job peer [zone]")]
    [InlineData("wait_seconds_bucket", "__name__ instance job le stage")]
    [InlineData("wait_seconds_sum", "__name__ instance job stage")]
    [InlineData("unknown", "__name__ ...")]
    [InlineData("{job=\"a\"}", "__name__ job ...")]
    [InlineData("rate(sent_bytes_total[5m])", "instance job peer [zone]")]
    [InlineData("last_over_time(free_bytes[5m])", "__name__ instance job")]
    [InlineData("sum(free_bytes)", "")]
    [InlineData("sum by (job, zone, nope) (sent_bytes_total)", "job [zone]")]
    [InlineData("sum without (instance, zone) (sent_bytes_total)", "job peer")]
    [InlineData("sum by (job, x) (unknown)", "[job x]")]
    [InlineData("sum without (job) (unknown)", "...")]
    [InlineData("topk(3, sent_bytes_total)", "__name__ instance job peer [zone]")]
    [InlineData("count_values(\"v\", free_bytes)", "v")]
    [InlineData("count_values by (job) (\"v\", free_bytes)", "job v")]
    [InlineData("free_bytes > 1", "__name__ instance job")]
    [InlineData("free_bytes > bool 1", "instance job")]
    [InlineData("free_bytes / 2", "instance job")]
    [InlineData("-free_bytes", "instance job")]
    [InlineData("free_bytes / on (job) sum by (job) (info)", "job")]
    [InlineData("free_bytes * on (job) group_left (version) info", "instance job version")]
    [InlineData("free_bytes * on (job) group_left (nope) info", "instance job")]
    [InlineData("info * on (job) group_right () free_bytes", "instance job")]
    [InlineData("sent_bytes_total / ignoring (peer, zone) free_bytes", "instance job")]
    [InlineData("sent_bytes_total and on (job) free_bytes", "__name__ instance job peer [zone]")]
    [InlineData("sent_bytes_total or free_bytes", "__name__ instance job [peer zone]")]
    [InlineData("unknown and on (job) free_bytes", "__name__ job ...")]
    [InlineData("unknown + free_bytes", "instance job")]
    [InlineData("histogram_quantile(0.9, rate(wait_seconds_bucket[5m]))", "instance job stage")]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(wait_seconds_bucket[5m])))", "")]
    [InlineData("absent(free_bytes{job=\"a\", instance=~\"b\"})", "job")]
    [InlineData("absent(sum(free_bytes{job=\"a\"}))", "")]
    [InlineData("absent_over_time(free_bytes{job=\"a\"}[5m])", "job")]
    [InlineData("vector(1)", "")]
    [InlineData("scalar(free_bytes)", "")]
    [InlineData("hour()", "")]
    [InlineData("hour(free_bytes)", "instance job")]
    [InlineData("label_replace(free_bytes, \"new\", \"x\", \"job\", \"a\")", "__name__ instance job [new]")]
    [InlineData("label_replace(free_bytes, \"new\", \"x\", \"\", \"\")", "__name__ instance job new")]
    [InlineData("label_replace(free_bytes, \"new\", \"$1\", \"job\", \"(.*)\")", "__name__ instance job new")]
    [InlineData("label_replace(free_bytes, \"new\", \"$1\", \"job\", \"a(.*)\")", "__name__ instance job [new]")]
    [InlineData("label_replace(free_bytes, \"job\", \"\", \"job\", \".*\")", "__name__ instance")]
    [InlineData("label_replace(free_bytes, \"job\", \"$1\", \"nope\", \"(.+)\")", "__name__ instance job")]
    [InlineData("label_join(free_bytes, \"new\", \"-\", \"job\", \"nope\")", "__name__ instance job new")]
    [InlineData("label_join(free_bytes, \"new\", \"\", \"nope\")", "__name__ instance job")]
    [InlineData("max_over_time(rate(sent_bytes_total[1m])[1h:])", "instance job peer [zone]")]
    [InlineData("sum by (job) (free_bytes) / $x", "[job] ...")]
    public void The_labels_of_a_result_are_known(string text, string labels)
    {
        LabelFacts facts = Infer(text).Result.Labels;
        string possible = string.Join(' ', facts.Possible);
        string[] parts =
        [
            .. facts.Sure, .. possible.Length > 0 ? [$"[{possible}]"] : Array.Empty<string>(),
            .. facts.IsOpen ? ["..."] : Array.Empty<string>(),
        ];
        Assert.Equal(labels, string.Join(' ', parts));
    }

    [Theory]
    [InlineData("work_seconds_total", "read write")]
    [InlineData("work_seconds_total{stage=\"read\"}", "read")]
    [InlineData("work_seconds_total{stage!=\"read\"}", "write")]
    [InlineData("work_seconds_total{stage=~\"w.*\"}", "write")]
    [InlineData("work_seconds_total{stage=\"else\"}", "else")]
    [InlineData("sum by (stage) (rate(work_seconds_total[5m]))", "read write")]
    [InlineData("unknown{stage=~\"a|b\"}", "a b")]
    [InlineData("unknown{stage=~\"a.*\"}", null)]
    [InlineData("label_replace(free_bytes, \"stage\", \"x\", \"\", \".*\")", "x")]
    public void The_values_of_a_label_are_known(string text, string? values) =>
        Assert.Equal(values?.Split(' '), Infer(text).Result.Labels["stage"].Values);

    [Theory]
    [InlineData("free_bytes + on (version) info", "version")]
    [InlineData("free_bytes + info", "version")]
    [InlineData("sum(free_bytes) and free_bytes", "instance")]
    [InlineData("info * on (peer) group_right () sent_bytes_total", "peer")]
    [InlineData("work_seconds_total{stage=\"read\"} / work_seconds_total{stage=\"write\"}", "stage")]
    [InlineData("work_seconds_total{stage=\"read\"} / ignoring (stage) work_seconds_total{stage=\"write\"}", null)]
    [InlineData("free_bytes + on (job) info", null)]
    [InlineData("free_bytes or info", null)]
    [InlineData("unknown + info", null)]
    public void Sides_that_can_never_match_are_found(string text, string? label)
    {
        InferenceResult result = Infer(text);
        Assert.Equal(label, result.Of(result.Root).Conflict?.Label);
    }

    [Fact]
    public void A_conflict_says_what_each_side_has()
    {
        MatchConflict conflict = Infer("info * on (peer) group_right () sent_bytes_total").Result.Conflict!;
        Assert.Equal(
            (LabelPresence.Never, LabelPresence.Sure), (conflict.Left.Presence, conflict.Right.Presence));
    }

    [Theory]
    [InlineData("work_seconds_total", MetricKind.Counter, "seconds")]
    [InlineData("rate(work_seconds_total[5m])", MetricKind.Gauge, "ratio")]
    [InlineData("rate(sent_bytes_total[5m])", MetricKind.Gauge, "bytes/second")]
    [InlineData("increase(sent_bytes_total[5m])", MetricKind.Gauge, "bytes")]
    [InlineData("sum(sent_bytes_total)", MetricKind.Counter, "bytes")]
    [InlineData("wait_seconds_count", MetricKind.Counter, null)]
    [InlineData("rate(wait_seconds_sum[5m]) / rate(wait_seconds_count[5m])", MetricKind.Gauge, null)]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(wait_seconds_bucket[5m])))", MetricKind.Gauge, "seconds")]
    [InlineData("histogram_quantile(0.9, sum(rate(wait_seconds_bucket[5m])))", MetricKind.Gauge, null)]
    [InlineData("free_bytes + 5", MetricKind.Gauge, "bytes")]
    [InlineData("free_bytes * 5", MetricKind.Gauge, null)]
    [InlineData("free_bytes / free_bytes", MetricKind.Gauge, "ratio")]
    [InlineData("free_bytes + work_seconds_total", MetricKind.Unknown, null)]
    [InlineData("count(free_bytes)", MetricKind.Gauge, null)]
    [InlineData("max_over_time(free_bytes[5m])", MetricKind.Gauge, "bytes")]
    [InlineData("abs(free_bytes)", MetricKind.Gauge, "bytes")]
    [InlineData("time()", MetricKind.Gauge, "seconds")]
    [InlineData("unknown", MetricKind.Unknown, null)]
    public void Kind_and_unit_are_known_where_they_are_sure(string text, MetricKind kind, string? unit)
    {
        ExpressionFacts facts = Infer(text).Result;
        Assert.Equal((kind, unit), (facts.Kind, facts.Unit));
    }

    [Fact]
    public void Every_part_has_its_facts_and_buckets_know_their_histogram()
    {
        InferenceResult result = Infer("histogram_quantile(0.9, sum by (le) (rate(wait_seconds_bucket[5m])))");
        Assert.All(result.Root.DescendantsAndSelf(), node => Assert.Equal(node.Type, result.Of(node).Type));
        Expression sum = ((CallExpression)result.Root).Arguments[1];
        Assert.Equal([0.1, 1, 10], result.Of(sum).Buckets!.Bounds!);
        Assert.Null(result.Result.Buckets);
        Expression selector = result.Root.DescendantsAndSelf().Single(node => node is VectorSelector);
        Assert.Equal(SeriesRole.Bucket, result.Of(selector).Series!.Role);
    }

    private static InferenceResult Infer(string text)
    {
        ParseResult parsed = PromQLParser.Parse(text, new PromQLOptions { AllowGrafanaVariables = true });
        Assert.True(parsed.IsValid);
        return ExpressionInference.Infer(parsed.Root!, Schema);
    }
}
