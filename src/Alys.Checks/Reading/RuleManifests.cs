using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Reading;

/// <summary>Reads rules as prometheus-operator is given them: documents of the kind <c>PrometheusRule</c>, several in
/// one file.</summary>
/// <remarks><b>Source:</b> monitoring.coreos.com/v1, prometheus-operator's API reference.</remarks>
internal static class RuleManifests
{
    /// <summary>The rules of all manifests in a file; null when there is no manifest of rules.</summary>
    public static RuleFile? Read(SourceFile file, IEnumerable<DocumentNode> documents, PromQLOptions promQL)
    {
        MapNode[] found =
        [
            .. documents.OfType<MapNode>().Where(document => document.Text("kind") == "PrometheusRule")
                .Select(document => document.Map("spec")).OfType<MapNode>().Where(spec => spec["groups"] is not null),
        ];
        return found.Length == 0 ? null : RuleReader.Read(file, promQL, found) with { IsManifest = true };
    }

    /// <summary>The manifests that say more than some files of rules do. A copy is left out: each problem would be
    /// told twice, and what a rule records be there twice.</summary>
    public static IEnumerable<RuleFile> WithoutCopies(IEnumerable<RuleFile> manifests, IEnumerable<RuleFile> files)
    {
        HashSet<string> known = [.. files.SelectMany(file => file.Rules).Select(Text)];
        return manifests.Where(manifest =>
            manifest.Rules.Count == 0 || manifest.Rules.Any(rule => !known.Contains(Text(rule))));
    }

    private static string Text(Rule rule) => string.Join(
        '\n', rule.Node.Scalars().Select(scalar => scalar.Value).Prepend(rule.IsAlert ? "alert" : "record"));
}
