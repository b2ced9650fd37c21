using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Alys.Repository.Tests.Recipes;

/// <summary>Projects of this repository, built in memory as <c>dotnet build</c> builds them, and loaded: warnings are
/// errors, and public members of sources need their documentation. One that is built stands in for the one on the disk.
/// </summary>
internal sealed class MemoryBuild() : AssemblyLoadContext(nameof(MemoryBuild))
{
    private static readonly string[] EveryProject =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] EveryTest = ["Xunit", "Alys.Metrics.Tests"];

    // 1701 and 1702: a reference to an older version of an assembly, which the SDK switches off as well.
    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        generalDiagnosticOption: ReportDiagnostic.Error,
        nullableContextOptions: NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions(
            [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    /// <summary>All that this program can load, by name; the runtime takes the first of a name.</summary>
    private static readonly IReadOnlyDictionary<string, MetadataReference> OnDisk =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .DistinctBy(Path.GetFileNameWithoutExtension)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), Reference);

    private readonly Dictionary<string, Assembly> _loaded = [];
    private readonly Dictionary<string, MetadataReference> _references = new(OnDisk);

    /// <summary>Builds a project; its tests see what is internal. Those that are built later refer to it.</summary>
    internal Assembly Build(string name, IEnumerable<SourceFile> files)
    {
        SourceFile[] sources = [.. files];
        bool isTest = sources.Any(IsTest);
        _references.Remove(name);
        string usings = string.Concat(
            EveryProject.Concat(isTest ? EveryTest : []).Select(space => $"global using {space};\n"));
        string friends = $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{name}.Tests\")]";
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [.. sources.Append(new SourceFile("Project.cs", usings + friends)).Select(Parse)],
            _references.Values,
            Options);
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        _references[name] = MetadataReference.CreateFromImage(image.ToArray());
        image.Position = 0;
        return _loaded[name] = LoadFromStream(image);
    }

    protected override Assembly? Load(AssemblyName assemblyName) => _loaded.GetValueOrDefault(assemblyName.Name!);

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);

    private static bool IsTest(SourceFile file) => file.Path.StartsWith("tests/", StringComparison.Ordinal);

    private static SyntaxTree Parse(SourceFile file)
    {
        DocumentationMode mode = IsTest(file) ? DocumentationMode.Parse : DocumentationMode.Diagnose;
        return CSharpSyntaxTree.ParseText(
            file.Text, new CSharpParseOptions(LanguageVersion.Latest, mode), file.Path);
    }
}
