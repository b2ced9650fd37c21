using System.Reflection;
using Alys.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Recipes;

/// <summary>The whole catalog and its tests, built with the class of the recipe among them.</summary>
internal sealed class MetricInCatalog
{
    internal const string Catalog = "src/Alys.Metrics.Node";
    internal const string Tests = "tests/Alys.Metrics.Node.Tests";

    private readonly Assembly _tests;

    /// <param name="source">The class.</param>
    /// <param name="test">Its tests.</param>
    internal MetricInCatalog(SourceFile source, SourceFile test)
    {
        var build = new MemoryBuild();
        Sources =
        [
            .. Of(Catalog).Select(file => file.Name == "NodeMetrics.cs" ? Making(source.Subject, file) : file), source,
        ];
        build.Build("Alys.Metrics.Node", Sources);
        _tests = build.Build("Alys.Metrics.Node.Tests", [.. Of(Tests), MetricExample.PageSource, test]);
    }

    /// <summary>The files of the catalog.</summary>
    internal IReadOnlyList<SourceFile> Sources { get; }

    /// <summary>The registry of <c>WholeCatalog</c>.</summary>
    internal MetricRegistry Whole() => (MetricRegistry)TypeOf("WholeCatalog")
        .GetMethod("Make", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [])!;

    /// <summary>Runs a test of <c>WholeCatalog</c> and returns why it failed, or null.</summary>
    internal string? Failure(string test) =>
        MetricExample.Failure(TypeOf("WholeCatalogTests").GetMethod(test)
            ?? throw new MissingMethodException("WholeCatalogTests", test));

    private static IEnumerable<SourceFile> Of(string folder) =>
        Checkout.CSharp.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>NodeMetrics with one more class, made at the end of its constructor.</summary>
    private static SourceFile Making(string type, SourceFile file)
    {
        ClassDeclarationSyntax declared = file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>().Single();
        ConstructorDeclarationSyntax constructor = declared.Members.OfType<ConstructorDeclarationSyntax>().Single();
        ClassDeclarationSyntax changed = declared
            .ReplaceNode(constructor, constructor.AddBodyStatements(
                SyntaxFactory.ParseStatement($"Added = new {type}(registry);\n")))
            .AddMembers(SyntaxFactory.ParseMemberDeclaration(
                $"/// <summary>What the recipe adds.</summary>\npublic {type} Added {{ get; }}\n")!);
        return new SourceFile(file.Path, file.Syntax.ReplaceNode(declared, changed).ToFullString());
    }

    private Type TypeOf(string name) => _tests.GetType($"Alys.Metrics.Node.Tests.{name}", throwOnError: true)!;
}
