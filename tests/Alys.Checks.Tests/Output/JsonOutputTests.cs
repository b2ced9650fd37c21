using System.Text.Json;
using Alys.Checks.Output;

namespace Alys.Checks.Tests.Output;

public sealed class JsonOutputTests
{
    [Fact]
    public void A_problem_is_an_object() => Assert.Equal(
        """
        [
          {
            "check": "promql/case",
            "file": "rules/a.yml",
            "line": 2,
            "column": 3,
            "length": 1,
            "message": "there is no metric x",
            "help": "Is y meant?"
          }
        ]
        """,
        JsonOutput.Of([Problems.Usual]));

    [Fact]
    public void No_problem_is_an_empty_array() => Assert.Equal("[]", JsonOutput.Of([]));

    [Fact]
    public void Every_text_comes_back_as_it_was()
    {
        using JsonDocument json = JsonDocument.Parse(JsonOutput.Of([Problems.Odd]));
        Assert.Equal(Problems.Odd.Message, json.RootElement[0].GetProperty("message").GetString());
        Assert.Equal("my rules/a,b:c%.yml", json.RootElement[0].GetProperty("file").GetString());
    }
}
