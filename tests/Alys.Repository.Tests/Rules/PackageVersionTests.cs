using System.Xml.Linq;

namespace Alys.Repository.Tests.Rules;

public sealed class PackageVersionTests
{
    private const string Central = "Directory.Packages.props";

    [Fact]
    public void Every_package_version_is_written_once_in_the_middle() => Finding.AssertNone(
        Checkout.Projects.SelectMany(file => Find(new ProjectFile(file), CentralPackages())),
        $"Write the version of a package into {Central} and nowhere else.");

    [Fact]
    public void Every_project_has_its_lock_file() => Finding.AssertNone(
        Checkout.Projects.Where(file => !Checkout.Has($"{file.Folder}/packages.lock.json"))
            .Select(file => file.At(1, "no packages.lock.json beside it")),
        "Run 'dotnet restore' and add the lock files, so that every build takes the same packages.");

    [Fact]
    public void Every_package_is_named_in_ARCHITECTURE_with_the_reason_for_it() => Finding.AssertNone(
        Checkout.OfType(".csproj", ".targets")
            .Append(Checkout.File("Directory.Build.props"))
            .SelectMany(file => FindUnexplained(new ProjectFile(file), Checkout.File("ARCHITECTURE.md").Text)),
        "Say in the package table of ARCHITECTURE.md why the package is there, or do without it.");

    [Fact]
    public void A_package_without_a_reason_is_found()
    {
        ProjectFile project = Project("<PackageReference Include='A.B' /><PackageReference Include='A' />");
        Assert.Equal(["src/X/X.csproj:1: A"], FindUnexplained(project, "| A.B |").Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("<PackageReference Include='Known' Version='1.0' />")]
    [InlineData("<PackageReference Include='Known' VersionOverride='1.0' />")]
    [InlineData("<PackageReference Include='Known'><Version>1.0</Version></PackageReference>")]
    [InlineData("<PackageReference Include='Unknown' />")]
    public void A_version_of_its_own_or_none_at_all_is_found(string reference) =>
        Assert.Single(Find(Project(reference), ["Known"]));

    [Fact]
    public void A_package_with_a_central_version_is_fine() =>
        Assert.Empty(Find(Project("<PackageReference Include='Known' />"), ["Known"]));

    private static IEnumerable<Finding> Find(ProjectFile project, HashSet<string> central) =>
    [
        .. project.OwnVersions.Select(package => project.File.At(1, $"{package} has a version of its own")),
        .. project.Packages.Where(package => !central.Contains(package))
            .Select(package => project.File.At(1, $"{package} has no version in {Central}")),
    ];

    private static IEnumerable<Finding> FindUnexplained(ProjectFile project, string architecture)
    {
        // The words of the table's first column: "| prometheus-net, OpenTelemetry | ... |".
        HashSet<string> explained =
        [
            .. architecture.Split('\n').Where(line => line.StartsWith('|'))
                .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries)),
        ];
        return project.Packages.Where(package => !explained.Contains(package))
            .Select(package => project.File.At(1, package));
    }

    private static HashSet<string> CentralPackages() =>
    [
        .. XDocument.Parse(Checkout.File(Central).Text).Descendants("PackageVersion")
            .Select(element => (string?)element.Attribute("Include")).OfType<string>(),
    ];

    private static ProjectFile Project(string reference) =>
        new(new SourceFile("src/X/X.csproj", $"<Project><ItemGroup>{reference}</ItemGroup></Project>"));
}
