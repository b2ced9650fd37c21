using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class QueryTests
{
    [Fact]
    public void Its_place_and_those_of_its_parts_are_in_the_file()
    {
        Query query = Given.Alert("'up{job=''a''} == 0'").Expression;
        Assert.Equal("up{job='a'} == 0", query.Text);
        Assert.Equal(("rules/case.yml:5:16", "up{job=''a''} == 0"), (query.Location.ToString(), At(query)));
        Assert.Equal("rules/case.yml:5:30", query.At(new(12, 2)).ToString());
    }

    private static string At(Query query) => query.Location.Span.Of(query.File.Text);
}
