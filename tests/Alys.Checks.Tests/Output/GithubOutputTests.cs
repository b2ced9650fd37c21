using Alys.Checks.Output;

namespace Alys.Checks.Tests.Output;

public sealed class GithubOutputTests
{
    [Fact]
    public void A_problem_is_a_command_in_one_line() => Assert.Equal(
        "::error file=rules/a.yml,line=2,col=3,title=promql/case::there is no metric x. Is y meant?",
        GithubOutput.Of(Problems.Usual));

    [Fact]
    public void What_would_end_the_command_or_a_property_is_escaped() => Assert.Equal(
        "::error file=my rules/a%2Cb%3Ac%25.yml,line=1,col=4,title=promql/case::100%25 \"x\" <is>,%0D%0Awrong: ü",
        GithubOutput.Of(Problems.Odd));
}
