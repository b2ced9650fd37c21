using Alys.PromQL.Tests.Promtool;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests;

public sealed class PromQLFunctionsTests
{
    [Fact]
    public void No_other_name_is_found()
    {
        Assert.Null(PromQLFunctions.Find("Rate"));
        Assert.Null(PromQLFunctions.Find(""));
        Assert.Equal(PromQLFunctions.All, PromQLFunctions.All.DistinctBy(function => function.Name));
    }

    [Fact]
    public async Task Promtool_knows_the_same_functions_and_takes_the_same_numbers_and_types_of_arguments()
    {
        string[] values = ["1", "up", "up[5m]", "\"a\""];
        List<string> calls = [];
        foreach (PromQLFunction function in PromQLFunctions.All)
        {
            string[] right = [.. function.ArgumentTypes.Select(Value)];
            string last = right.LastOrDefault("up");
            for (int count = 0; count <= right.Length + 2; count++)
                calls.Add(Call(function, right.Concat(Enumerable.Repeat(last, right.Length + 2)).Take(count)));
            for (int i = 0; i < right.Length; i++)
                calls.AddRange(values.Select(value => Call(function, [.. right[..i], value, .. right[(i + 1)..]])));
            calls.AddRange(values.Select(value => Call(function, [.. right, value])));
        }

        await Agreement.AssertAsync(calls);
    }

    private static string Call(PromQLFunction function, IEnumerable<string> arguments) =>
        $"{function.Name}({string.Join(", ", arguments)})";

    private static string Value(ExpressionType type) => type switch
    {
        ExpressionType.Scalar => "1",
        ExpressionType.RangeVector => "up[5m]",
        ExpressionType.Text => "\"a\"",
        _ => "up",
    };
}
