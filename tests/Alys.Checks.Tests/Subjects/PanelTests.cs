using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class PanelTests
{
    [Fact]
    public void Title_type_and_unit_are_what_it_says()
    {
        Panel panel = Read("""{"title": "t", "type": "stat", "fieldConfig": {"defaults": {"unit": "s"}}}""");
        Assert.Equal(("t", "stat", "s"), (panel.Title, panel.Type, panel.Unit?.Value));
        Assert.Equal(("", "", null), (Read("{}").Title, Read("{}").Type, Read("{}").Unit));
    }

    [Fact]
    public void A_problem_without_a_place_is_at_its_title_or_its_begin()
    {
        Assert.Equal(24, Read("""{"title": "t"}""").Problem("a/b", null, "m", "h").Where.Column);
        Assert.Equal(14, Read("{}").Problem("a/b", null, "m", "h").Where.Column);
    }

    private static Panel Read(string panel) =>
        Given.Subject("a.json", $$"""{"panels": [ {{panel}} ]}""").Dashboards.Single().Panels.Single();
}
