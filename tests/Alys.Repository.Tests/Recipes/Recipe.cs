using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests.Recipes;

/// <summary>A recipe of CONTRIBUTING: numbered steps, and code that was written after them.</summary>
internal sealed partial class Recipe
{
    /// <summary>Where the recipes stand.</summary>
    internal const string Document = "CONTRIBUTING.md";

    /// <summary>The recipe under a heading of the second level.</summary>
    internal Recipe(string heading, string document)
    {
        string[] lines = document.ReplaceLineEndings("\n").Split('\n');
        string[] section =
        [
            .. lines.SkipWhile(line => line != $"## {heading}").Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)),
        ];
        string text = string.Join('\n', section);
        Steps = Step().Matches(CodeBlock().Replace(text, "")).ToDictionary(
            step => int.Parse(step.Groups["number"].Value, CultureInfo.InvariantCulture),
            step => LineBreak().Replace(step.Groups["text"].Value, " "));
        Code = [.. CodeBlock().Matches(text).Select(block => File(block.Groups["code"].Value))];
    }

    /// <summary>The recipe of that name in this repository.</summary>
    internal static Recipe AddMetric { get; } = new("Add a metric", Checkout.File(Document).Text);

    /// <summary>What each step says, on one line.</summary>
    internal IReadOnlyDictionary<int, string> Steps { get; }

    /// <summary>The code, as files where the namespace and the name of the type put them.</summary>
    internal IReadOnlyList<SourceFile> Code { get; }

    /// <summary>The file of the code that lies below a folder of the root.</summary>
    internal SourceFile In(string folder) =>
        Code.Single(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static SourceFile File(string code)
    {
        var unknown = new SourceFile("", code);
        string name = unknown.Syntax.TopLevel().First().TypeName();
        string project = unknown.Syntax.Members.OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString();
        string root = project.EndsWith(".Tests", StringComparison.Ordinal) ? "tests" : "src";
        return new SourceFile($"{root}/{project}/{name}.cs", code);
    }

    // "3. Text that goes on", with lines below it that are indented.
    [GeneratedRegex(@"^(?<number>\d+)\. (?<text>.*(\n +\S.*)*)", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
