using Alys.Checks.Catalogs;
using Alys.Checks.Queries;
using Alys.PromQL;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Queries;

public sealed class LabelWordsTests
{
    [Theory]
    [InlineData("up", "It has instance, job.")]
    [InlineData("sum by (job) (up)", "It has job.")]
    [InlineData("sum(up)", "It has none.")]
    public void Labels_are_named_in_order_without_the_name_of_the_metric(string query, string words) => Assert.Equal(
        words,
        LabelWords.Has(ExpressionInference.Infer(
            PromQLParser.Parse(query).Root!,
            new KnownMetrics([], [new MetricFamily { Name = "up", Kind = MetricKind.Gauge }], [])).Result.Labels));
}
