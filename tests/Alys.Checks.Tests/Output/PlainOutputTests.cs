using Alys.Checks.Output;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Tests.Output;

public sealed class PlainOutputTests
{
    [Fact]
    public void A_problem_is_where_what_the_line_a_mark_and_what_to_do() => Assert.Equal(
        "rules/a.yml:2:3: there is no metric x [promql/case]\n    x == 0\n    ^\n  Is y meant?\n",
        PlainOutput.Of(Problems.Usual));

    [Fact]
    public void The_mark_stays_in_the_line_and_a_tab_is_one_blank() => Assert.Equal(
        "my rules/a,b:c%.yml:1:4: 100% \"x\" <is>,\r\nwrong: ü [promql/case]\n   ü \"x\"\n     ^^^\n",
        PlainOutput.Of(Problems.Odd));

    [Fact]
    public void Of_a_very_long_line_the_part_around_the_place_is_shown()
    {
        SourceFile file = new("a.json", new string('a', 5_000) + "b" + new string('c', 5_000));
        Assert.Equal(
            $"a.json:1:5001: m [c/d]\n  {new string('a', 80)}b{new string('c', 319)}\n{new string(' ', 82)}^\n",
            PlainOutput.Of(new Problem("c/d", file.At(new SourceSpan(5_000, 1)), "m", "")));
    }

    [Fact]
    public void An_empty_file_has_a_mark_too() => Assert.Equal(
        "a.yml:1:1: m [c/d]\n  \n  ^\n",
        PlainOutput.Of(new Problem("c/d", new SourceFile("a.yml", "").At(new SourceSpan(3, 0)), "m", "")));
}
