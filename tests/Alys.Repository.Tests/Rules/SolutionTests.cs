using System.Xml.Linq;

namespace Alys.Repository.Tests.Rules;

public sealed class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution_and_every_source_project_has_tests()
    {
        string[] projects = [.. Checkout.Projects.Select(file => file.Path)];
        Finding.AssertNone(
            Find(projects, SolutionPaths(Checkout.File("Alys.Monitoring.slnx").Text)),
            "Add the project to Alys.Monitoring.slnx, and a test project for each one under src/.");
    }

    [Fact]
    public void A_project_outside_the_solution_is_found() => Assert.Equal(
        ["src/X/X.csproj:1: not in the solution"],
        Find(["src/X/X.csproj", "tests/X.Tests/X.Tests.csproj"], ["tests/X.Tests/X.Tests.csproj"])
            .Select(finding => finding.ToString()));

    [Fact]
    public void A_project_without_tests_is_found() => Assert.Equal(
        ["src/X/X.csproj:1: no tests/X.Tests/X.Tests.csproj"],
        Find(["src/X/X.csproj"], ["src/X/X.csproj"]).Select(finding => finding.ToString()));

    [Fact]
    public void The_solution_lists_its_projects() => Assert.Equal(
        ["src/X/X.csproj"],
        SolutionPaths("<Solution><Folder Name='/src/'><Project Path='src/X/X.csproj' /></Folder></Solution>"));

    private static IEnumerable<Finding> Find(string[] projects, string[] solution) =>
    [
        .. projects.Except(solution).Select(path => new Finding(path, 1, "not in the solution")),
        .. projects.Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Select(path => (Path: path, Name: Path.GetFileNameWithoutExtension(path)))
            .Select(source => (source.Path, Test: $"tests/{source.Name}.Tests/{source.Name}.Tests.csproj"))
            .Where(source => !projects.Contains(source.Test))
            .Select(source => new Finding(source.Path, 1, $"no {source.Test}")),
    ];

    private static string[] SolutionPaths(string solution) =>
    [
        .. XDocument.Parse(solution).Descendants("Project")
            .Select(project => (string?)project.Attribute("Path")).OfType<string>(),
    ];
}
