using System.Reflection;
using Alys.Metrics;
using Alys.Metrics.Node;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Recipes;

/// <summary>The class that the recipe for a metric adds, and its tests, built on the catalog as it is.</summary>
internal sealed class MetricExample
{
    private readonly Type[] _types;

    /// <param name="source">The class.</param>
    /// <param name="test">Its tests.</param>
    internal MetricExample(SourceFile source, SourceFile test)
    {
        _types = new MemoryBuild().Build("Example", [source, test, PageSource]).GetTypes();
        Class = _types.Single(type => type.Name == source.Subject);
        Tests = _types.Single(type => type.Name == test.Subject);
    }

    /// <summary>What reads the exposition in tests.</summary>
    internal static SourceFile PageSource { get; } = Checkout.File("tests/Alys.Metrics.Tests/Page.cs");

    /// <summary>The class.</summary>
    internal Type Class { get; }

    /// <summary>The class of its tests.</summary>
    internal Type Tests { get; }

    /// <summary>Its methods, in the order of the source.</summary>
    internal IEnumerable<MethodInfo> Methods =>
        Class.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    /// <summary>What it registers.</summary>
    internal IReadOnlyList<MetricDescription> Describe()
    {
        HashSet<string> own = [.. new MetricRegistry().Describe().Select(metric => metric.Name)];
        var registry = new MetricRegistry();
        Make(registry, Presence.FromTheStart);
        return [.. registry.Describe().Where(metric => !own.Contains(metric.Name))];
    }

    /// <summary>Makes its metrics.</summary>
    internal object Make(MetricRegistry registry, Presence presence) =>
        Activator.CreateInstance(Class, registry, presence)!;

    /// <summary>Calls a method with the first member of each enum, and 0 or the like.</summary>
    internal static void Call(object metrics, MethodInfo method) => method.Invoke(
        metrics, [.. method.GetParameters().Select(parameter => Activator.CreateInstance(parameter.ParameterType))]);

    /// <summary>Runs all tests of a class and returns what failed.</summary>
    internal static IReadOnlyList<string> Failures(Type tests) =>
        [.. Facts(tests).Select(Failure).OfType<string>()];

    /// <summary>Runs one test and returns why it failed, or null.</summary>
    internal static string? Failure(MethodInfo fact)
    {
        try
        {
            fact.Invoke(Activator.CreateInstance(fact.DeclaringType!), []);
            return null;
        }
        catch (TargetInvocationException failure)
        {
            return $"{fact.Name}: {failure.InnerException!.Message}";
        }
    }

    /// <summary>A source in which one method does nothing.</summary>
    internal static SourceFile Without(SourceFile source, string method)
    {
        MethodDeclarationSyntax declared = source.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Single(candidate => candidate.Identifier.Text == method);
        MethodDeclarationSyntax idle = declared.WithExpressionBody(null).WithSemicolonToken(default)
            .WithBody(SyntaxFactory.Block());
        return new SourceFile(source.Path, source.Syntax.ReplaceNode(declared, idle).ToFullString());
    }

    private static IEnumerable<MethodInfo> Facts(Type tests) =>
        tests.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute)));
}
