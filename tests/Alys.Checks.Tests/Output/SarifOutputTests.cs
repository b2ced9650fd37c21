using System.Text.Json;
using Alys.Checks.Output;

namespace Alys.Checks.Tests.Output;

/// <summary>What SARIF 2.1.0 asks for: sections 3.13, 3.14, 3.19, 3.27 to 3.30.</summary>
public sealed class SarifOutputTests
{
    [Fact]
    public void The_version_and_one_run_with_its_tool_are_there()
    {
        using JsonDocument json = JsonDocument.Parse(SarifOutput.Of([]));
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        JsonElement run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("alys-monitor check", driver.GetProperty("name").GetString());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.Equal(0, run.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void A_result_names_a_rule_of_the_tool_its_text_and_its_region()
    {
        using JsonDocument json = JsonDocument.Parse(SarifOutput.Of([Problems.Usual, Problems.Usual]));
        JsonElement run = json.RootElement.GetProperty("runs")[0];
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal("promql/case", Assert.Single(rules.EnumerateArray()).GetProperty("id").GetString());
        JsonElement result = run.GetProperty("results")[1];
        Assert.Equal("promql/case", result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal(
            "there is no metric x. Is y meant?", result.GetProperty("message").GetProperty("text").GetString());
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("rules/a.yml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        JsonElement region = place.GetProperty("region");
        Assert.Equal((2, 3, 6, 1), (Number(region, "startLine"), Number(region, "startColumn"),
            Number(region, "charOffset"), Number(region, "charLength")));
    }

    [Fact]
    public void A_path_is_written_as_a_uri()
    {
        using JsonDocument json = JsonDocument.Parse(SarifOutput.Of([Problems.Odd]));
        string uri = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0]
            .GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Assert.Equal("my%20rules/a%2Cb%3Ac%25.yml", uri);
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative));
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
