using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests;

/// <summary>A text file of the repository, or a made-up one with which a rule is tested.</summary>
/// <param name="path">From the root, with forward slashes.</param>
/// <param name="text">The whole content.</param>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> _syntax = new(() =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot());

    private readonly Lazy<string[]> _lines = new(() => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));

    /// <summary>From the root, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>The whole content.</summary>
    public string Text { get; } = text;

    /// <summary>The lines, without the empty one after the last line break.</summary>
    public IReadOnlyList<string> Lines => _lines.Value;

    /// <summary>The syntax tree of a C# file.</summary>
    public CompilationUnitSyntax Syntax => _syntax.Value;

    /// <summary>".cs" of "src/A/B.cs"; empty for "alys" and ".ci/run".</summary>
    public string Ending => System.IO.Path.GetExtension(Path);

    /// <summary>"B.cs" of "src/A/B.cs".</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>"src/A" of "src/A/B.cs"; empty at the root.</summary>
    public string Folder => (System.IO.Path.GetDirectoryName(Path) ?? "").Replace('\\', '/');

    /// <summary>The name of the type that the file is for: "B" of "B.cs" and of "B.Part.cs".</summary>
    public string Subject => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>A finding at a line, counted from 1.</summary>
    public Finding At(int line, string what) => new(Path, line, what);

    /// <summary>A finding where a piece of syntax begins.</summary>
    public Finding At(SyntaxNodeOrToken place, string what) =>
        At((place.GetLocation()?.GetLineSpan().StartLinePosition.Line ?? 0) + 1, what);

    /// <summary>A finding for each line that breaks a rule.</summary>
    public IEnumerable<Finding> AtLines(Func<string, bool> breaks, string what) =>
        Lines.Index().Where(line => breaks(line.Item)).Select(line => At(line.Index + 1, what));
}
