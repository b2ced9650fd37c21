namespace Alys.Checks.Tests.Cases;

/// <summary>Each check does what its page says: it finds the one case, in the words of the page, and leaves the other
/// alone.</summary>
public sealed class CasesTests
{
    public static TheoryData<string> Pages => [.. CasePage.All.Select(page => page.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_case_is_found_and_said_as_in_the_page(string id)
    {
        CasePage page = Page(id);
        string said = CasePage.SayOf(page.Finds, Check(id));
        if (Environment.GetEnvironmentVariable("ALYS_REFRESH") == "1")
            File.WriteAllText(page.Path, page.WithSaid(said));
        else Assert.Equal(page.Said, said);
        Assert.Contains($"[{id}]", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_near_case_is_left_alone(string id) =>
        Assert.Equal("", CasePage.SayOf(Page(id).LeavesAlone, Check(id)));

    [Fact]
    public void Every_check_has_a_page_and_every_page_a_check() => Assert.Equal(
        AllChecks.List.Select(check => check.Id), CasePage.All.Select(page => page.Id).Order(StringComparer.Ordinal));

    private static CasePage Page(string id) => CasePage.All.Single(page => page.Id == id);

    private static ICheck Check(string id) => AllChecks.List.Single(check => check.Id == id);
}
