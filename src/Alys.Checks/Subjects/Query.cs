using Alys.Checks.Sources;
using Alys.PromQL;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Subjects;

/// <summary>An expression of PromQL, where it stands, and what is known of it.</summary>
public sealed class Query
{
    private readonly Func<SourceSpan, SourceSpan> _inFile;

    /// <summary>Takes what the reader found.</summary>
    /// <param name="file">The file it is in.</param>
    /// <param name="parsed">What the parser made of it.</param>
    /// <param name="inFile">Where a part of it stands in the file.</param>
    /// <param name="element">The rule, panel or block of text that it is a part of.</param>
    internal Query(SourceFile file, ParseResult parsed, Func<SourceSpan, SourceSpan> inFile, SourceSpan element)
    {
        File = file;
        Parsed = parsed;
        Element = element;
        _inFile = inFile;
    }

    /// <summary>The file it is in.</summary>
    public SourceFile File { get; }

    /// <summary>The rule, panel or block of text that it is a part of.</summary>
    public SourceSpan Element { get; }

    /// <summary>Its text.</summary>
    public string Text => Parsed.Text;

    /// <summary>What the parser made of it.</summary>
    public ParseResult Parsed { get; }

    /// <summary>What is known of its parts; null when it is no valid PromQL.</summary>
    public InferenceResult? Facts { get; internal set; }

    /// <summary>Every selector in it, with the series behind it when they are known; none when it is no valid PromQL.
    /// </summary>
    public IEnumerable<(VectorSelector Selector, Series? Series)> Selectors =>
        Facts is not { } facts ? []
            : facts.Root.DescendantsAndSelf().OfType<VectorSelector>()
                .Select(selector => (selector, facts.Of(selector).Series));

    /// <summary>Its place.</summary>
    public Location Location => At(new SourceSpan(0, Text.Length));

    /// <summary>The place of a part of it.</summary>
    public Location At(SourceSpan part) => File.At(_inFile(part));
}
