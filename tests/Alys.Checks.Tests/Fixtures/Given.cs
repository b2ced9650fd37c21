using Alys.Checks.Catalogs;
using Alys.Checks.Documents;
using Alys.Checks.Reading;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Fixtures;

/// <summary>Small subjects for tests.</summary>
internal static class Given
{
    private static readonly Lazy<IReadOnlyList<CatalogMetric>> Own = new(NodeCatalog.Read);
    private static readonly Lazy<IReadOnlyList<MetricFamily>> Foreign = new(ForeignMetrics.Read);

    /// <summary>The catalog of a node.</summary>
    public static IReadOnlyList<CatalogMetric> Catalog => Own.Value;

    /// <summary>Other programs' metrics.</summary>
    public static IReadOnlyList<MetricFamily> Others => Foreign.Value;

    /// <summary>What is read of one file.</summary>
    public static Subject Subject(string path, string text) => Subject([new SourceFile(path, text)]);

    /// <summary>What is read of some files.</summary>
    public static Subject Subject(params IReadOnlyList<SourceFile> files) => SubjectReader.Read(files, Catalog, Others);

    /// <summary>A rule with an alert, as YAML; lines of its own for more.</summary>
    public static Rule Alert(string expression, string more = "")
    {
        string text = $"groups:\n  - name: case\n    rules:\n      - alert: Case\n        expr: {expression}\n{more}";
        return Subject("rules/case.yml", text).Alerts.Single();
    }

    /// <summary>The scalar of a name at the top of a document of YAML.</summary>
    public static ScalarNode Yaml(string text, string name = "a") =>
        Assert.IsType<MapNode>(YamlReader.Read(new SourceFile("a.yml", text), out _)).Scalar(name)!;

    /// <summary>Where the one part of a scalar's value is in the file: line, column, and what stands there.</summary>
    public static (int Line, int Column, string Text) Place(ScalarNode scalar, string part)
    {
        int start = scalar.Value.IndexOf(part, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{part}' is not in '{scalar.Value}'");
        SourceSpan span = scalar.InFile(new SourceSpan(start, part.Length));
        Location place = scalar.File.At(span);
        return (place.Line, place.Column, span.Of(scalar.File.Text));
    }

    /// <summary>All that the checks, or one of them, say of files.</summary>
    public static IReadOnlyList<Problem> Problems(IReadOnlyList<SourceFile> files, string? check = null) =>
        CheckRun.Find(Subject(files), AllChecks.List.Where(one => check is null || one.Id == check), files);
}
