using Alys.PromQL;

namespace Alys.Checks.Sources;

/// <summary>A place in a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Span">Where in its text.</param>
public readonly record struct Location(SourceFile File, SourceSpan Span)
{
    /// <summary>Its line, from 1.</summary>
    public int Line => File.LineOf(Span.Start);

    /// <summary>Its column, from 1.</summary>
    public int Column => File.ColumnOf(Span.Start);

    /// <summary>As compilers write it: <c>rules/sync.yml:12:9</c>.</summary>
    public override string ToString() => $"{File.Path}:{Line}:{Column}";
}
