using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Reading;

public sealed class RunbookReaderTests
{
    [Theory]
    [InlineData("# A\n\n```promql\nup == 0\n```\n", "up == 0")]
    [InlineData("# A\r\n\r\n```promql\r\nup == 0\r\n```\r\n", "up == 0")]
    [InlineData("```promql \nup == 0\n\n```\n\n```promql\nup\n```", "up == 0;up")]
    [InlineData("```sh\nup == 0\n```\n```promqlish\nup\n```\n", "")]
    [InlineData("see ```promql\nup\n```\n", "")]
    [InlineData("```promql\nnever ends", "")]
    [InlineData("```promql", "")]
    [InlineData("", "")]
    public void Each_block_of_promql_is_a_query(string text, string queries)
    {
        Runbook runbook = Assert.Single(Given.Subject("docs/runbooks/A.md", text).Runbooks);
        Assert.Equal("A", runbook.Alert);
        Assert.Equal(queries, string.Join(';', runbook.Queries.Select(query => query.Text)));
    }

    [Fact]
    public void A_part_of_a_query_is_where_it_stands()
    {
        Runbook runbook = Assert.Single(Given.Subject("runbooks/A.md", "# A\n\n```promql\nup\n  == 0\n```\n").Runbooks);
        Assert.Equal("runbooks/A.md:5:3", runbook.Queries.Single().At(new(5, 2)).ToString());
    }
}
