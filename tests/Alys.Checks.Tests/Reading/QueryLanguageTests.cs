using Alys.Checks.Documents;
using Alys.Checks.Reading;
using Alys.Checks.Sources;

namespace Alys.Checks.Tests.Reading;

public sealed class QueryLanguageTests
{
    [Theory]
    [InlineData("""{"type": "prometheus", "uid": "a"}""", true)]
    [InlineData("""{"type": "grafana-amazonprometheus-datasource", "uid": "a"}""", true)]
    [InlineData("""{"type": "loki", "uid": "a"}""", false)]
    [InlineData("""{"type": "loki", "uid": "${metrics}"}""", false)]
    [InlineData("""{"type": "$kind", "uid": "${logs}"}""", false)]
    [InlineData("""{"uid": "${metrics}"}""", true)]
    [InlineData("""{"uid": "$logs"}""", false)]
    [InlineData("""{"uid": "[[logs]]"}""", false)]
    [InlineData("""{"uid": "${DS_LOKI}"}""", false)]
    [InlineData("""{"uid": "$unknown"}""", true)]
    [InlineData("""{"uid": null}""", true)]
    [InlineData("\"Loki\"", false)]
    [InlineData("\"Prometheus\"", true)]
    [InlineData("\"${logs}\"", false)]
    [InlineData("null", true)]
    [InlineData("3", true)]
    [InlineData("[]", true)]
    public void The_data_source_tells_which_language_a_query_is_in(string source, bool isPromQL) =>
        Assert.Equal(isPromQL, QueryLanguage.IsPromQL(Dashboard, Asker(source)));

    [Theory]
    [InlineData("""{"type": "datasource", "uid": "-- Mixed --"}""", """{"type": "loki", "uid": "a"}""", false)]
    [InlineData("\"-- Mixed --\"", "null", true)]
    [InlineData("""{"type": "loki", "uid": "a"}""", "null", false)]
    [InlineData("""{"type": "loki", "uid": "a"}""", """{"type": "prometheus", "uid": "b"}""", true)]
    public void A_query_counts_before_its_panel(string panel, string target, bool isPromQL) =>
        Assert.Equal(isPromQL, QueryLanguage.IsPromQL(Dashboard, Asker(target), Asker(panel)));

    private static MapNode Dashboard { get; } = Json("""
        {"templating": {"list": [{"name": "metrics", "type": "datasource", "query": "prometheus"},
          {"name": "logs", "type": "datasource", "query": "loki"}]},
         "__inputs": [{"name": "DS_LOKI", "type": "datasource", "pluginId": "loki"}]}
        """);

    private static MapNode Asker(string source) => Json($$"""{"datasource": {{source}}}""");

    private static MapNode Json(string text) =>
        Assert.IsType<MapNode>(JsonReader.Read(new SourceFile("a.json", text), out _));
}
