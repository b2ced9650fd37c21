using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Alys.Repository.Tests.Rules;

public sealed class LayeringTests
{
    private const string Core = "Alys.Metrics";

    // From the bottom up. A project builds upon projects that stand before it, so there are no cycles.
    private static readonly string[] Layers =
    [
        Core, "Alys.Metrics.Node", "Alys.Metrics.Collectors", "Alys.Metrics.Hosting",
        "Alys.Metrics.Akka", "Alys.PromQL", "Alys.Checks", "Alys.Monitor",
    ];

    // Types of the base library that reach outside the process.
    private static readonly HashSet<string> InputOutput =
    [
        "File", "Directory", "FileInfo", "DirectoryInfo", "FileStream", "StreamReader", "StreamWriter", "Socket",
        "TcpClient", "TcpListener", "UdpClient", "HttpClient", "HttpListener", "Process", "Console",
    ];

    [Fact]
    public void A_project_builds_only_upon_the_layers_below_it() => Finding.AssertNone(
        Sources().SelectMany(Find),
        "References go downwards only: move what both need down, or pass it in from above.");

    [Fact]
    public void Every_layer_is_a_project() => Assert.Equal(Layers.Order(), Sources().Select(p => p.Name).Order());

    [Fact]
    public void Alys_Metrics_references_nothing_but_the_base_library() => Finding.AssertNone(
        Sources().Where(project => project.Name == Core).SelectMany(FindReferences),
        $"{Core} is taken into every node, so it brings nothing along: put this into a project above it.");

    [Fact]
    public void Alys_Metrics_does_no_input_or_output() => Finding.AssertNone(
        Checkout.CSharp.Where(file => file.Path.StartsWith($"src/{Core}/", StringComparison.Ordinal))
            .SelectMany(FindInputOutput),
        $"{Core} does no I/O: hand in a function that reads, from a project above it.");

    [Theory]
    [InlineData("Alys.Metrics", "Alys.Metrics.Node")]
    [InlineData("Alys.Metrics.Hosting", "Alys.Monitor")]
    [InlineData("Alys.Metrics.Node", "Alys.Metrics.Node")]
    [InlineData("Alys.Metrics.Node", "Alys.Else")]
    [InlineData("Alys.Else", "Alys.Metrics")]
    public void A_reference_upwards_or_to_an_unknown_project_is_found(string from, string to) =>
        Assert.NotEmpty(Find(Project(from, $"<ProjectReference Include='../{to}/{to}.csproj' />")));

    [Fact]
    public void A_reference_downwards_is_fine() =>
        Assert.Empty(Find(Project(
            "Alys.Monitor", "<ProjectReference Include='../Alys.Metrics/Alys.Metrics.csproj' />")));

    [Theory]
    [InlineData("PackageReference")]
    [InlineData("FrameworkReference")]
    [InlineData("ProjectReference")]
    public void A_reference_of_the_core_is_found(string kind) =>
        Assert.Single(FindReferences(Project(Core, $"<{kind} Include='Some.Thing' />")));

    [Theory]
    [InlineData("class A { void F() { var s = new FileStream(path, FileMode.Open); } }")]
    [InlineData("class A { string F() => System.IO.File.ReadAllText(path); }")]
    [InlineData("class A { HttpClient _client; }")]
    public void Input_and_output_are_found(string text) =>
        Assert.NotEmpty(FindInputOutput(new SourceFile("src/Alys.Metrics/A.cs", text)));

    [Fact]
    public void Words_of_a_comment_or_a_text_are_no_input_or_output()
    {
        const string text = "/* a File */ class A { string F(int file) => \"Console\" + file; }";
        Assert.Empty(FindInputOutput(new SourceFile("src/Alys.Metrics/A.cs", text)));
    }

    private static IEnumerable<ProjectFile> Sources() =>
        Checkout.Projects.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .Select(file => new ProjectFile(file));

    private static IEnumerable<Finding> Find(ProjectFile project)
    {
        int layer = Array.IndexOf(Layers, project.Name);
        if (layer < 0)
            return [project.File.At(1, $"{project.Name} is in no layer: give it a place in Layers")];
        return project.Projects
            .Where(other => !Layers.AsSpan(0, layer).Contains(other))
            .Select(other => project.File.At(1, $"{project.Name} may not build upon {other}"));
    }

    private static IEnumerable<Finding> FindReferences(ProjectFile project) =>
        project.Projects.Concat(project.Packages).Concat(project.Frameworks)
            .Select(reference => project.File.At(1, $"references {reference}"));

    private static IEnumerable<Finding> FindInputOutput(SourceFile file) =>
        file.Syntax.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && InputOutput.Contains(token.ValueText))
            .Select(token => file.At(token, $"uses {token.ValueText}"));

    private static ProjectFile Project(string name, string reference) =>
        new(new SourceFile($"src/{name}/{name}.csproj", $"<Project><ItemGroup>{reference}</ItemGroup></Project>"));
}
