using Alys.Checks.Documents;
using Alys.Checks.Shapes;
using Alys.Checks.Subjects;

namespace Alys.Checks.Rules;

/// <summary>A file of rules that Prometheus would not load: a setting that it does not have, one of the wrong kind, or
/// one that is missing.</summary>
/// <remarks><b>Source:</b> "Recording rules" of the documentation of Prometheus 2.42, with the settings that came later
/// (<c>query_offset</c> in 2.53, <c>labels</c> of a group in 3.0).</remarks>
public sealed class RuleStructureCheck : ICheck
{
    private static readonly MapShape Rule = new("a rule", new Dictionary<string, Shape>
    {
        ["alert"] = Shape.Text,
        ["record"] = Shape.Text,
        ["expr"] = Shape.Text,
        ["for"] = Shape.Duration,
        ["keep_firing_for"] = Shape.Duration,
        ["labels"] = new LabelsShape(),
        ["annotations"] = new LabelsShape(),
    });

    private static readonly Dictionary<string, Shape> OfGroup = new()
    {
        ["name"] = Shape.Text,
        ["interval"] = Shape.Duration,
        ["limit"] = Shape.Count,
        ["query_offset"] = Shape.Duration,
        ["labels"] = new LabelsShape(),
        ["rules"] = new ListShape(Rule, "a rule"),
    };

    private static readonly MapShape File = Groups(OfGroup);

    // prometheus-operator hands it to Thanos, and leaves it out for Prometheus.
    private static readonly MapShape Manifest =
        Groups(OfGroup.Append(new("partial_response_strategy", Shape.Text)).ToDictionary());

    private static readonly string[] OfAlertsOnly = ["for", "keep_firing_for", "annotations"];

    /// <inheritdoc/>
    public string Id => "rule/structure";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.RuleFiles.SelectMany(Find).Select(error => error.Of(Id));
    }

    private static IEnumerable<ShapeError> Find(RuleFile file) =>
        file.Roots.SelectMany(root => Find(root, file.IsManifest)).Concat(file.Unread.Select(Unread));

    private static MapShape Groups(Dictionary<string, Shape> settings) => new(
        "a file of rules",
        new Dictionary<string, Shape> { ["groups"] = new ListShape(new MapShape("a group", settings), "a group") });

    private static ShapeError Unread(MapNode document) => new(
        document.Entries.Count > 0 ? document.Entries[0].Key : document,
        "Prometheus reads the first document of a file only",
        "Put this into the first, or into a file of its own.");

    private static IEnumerable<ShapeError> Find(MapNode root, bool isManifest)
    {
        MapNode[] groups = [.. root.Maps("groups")];
        return
        [
            .. (isManifest ? Manifest : File).Find(root, "a file of rules"),
            .. Names(groups),
            .. groups.SelectMany(group => group.Maps("rules")).SelectMany(OfRule),
        ];
    }

    private static IEnumerable<ShapeError> Names(MapNode[] groups)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (MapNode group in groups)
        {
            if (group.Text("name") is not { Length: > 0 } name)
                yield return new ShapeError(group, "this group has no name", "Give it one: - name: sync");
            else if (!names.Add(name))
            {
                yield return new ShapeError(
                    group["name"]!, $"there is a group {name} already", "Give each group of a file its own name.");
            }
        }
    }

    private static IEnumerable<ShapeError> OfRule(MapNode rule)
    {
        DocumentNode? alert = Present(rule, "alert");
        DocumentNode? record = Present(rule, "record");
        if (alert is null && record is null)
        {
            yield return new ShapeError(
                rule, "this rule neither alerts nor records", "Give it alert or record, with a name.");
        }

        if (alert is not null && record is not null)
            yield return new ShapeError(rule, "this rule alerts and records", "Make two rules of it.");
        if (Present(rule, "expr") is null)
            yield return new ShapeError(alert ?? record ?? rule, "this rule has no expr", "Say what it asks for.");
        if (record is not ScalarNode recorded) yield break;
        if (!Scalars.IsMetricName(recorded.Value))
        {
            yield return new ShapeError(
                recorded, $"\"{recorded.Value}\" is no name of a metric",
                "Take letters, digits, _ and :, and no digit first.");
        }

        foreach (MapEntry entry in rule.Entries.Where(entry => OfAlertsOnly.Contains(entry.Key.Value)))
        {
            yield return new ShapeError(
                entry.Key, $"a rule that records has no {entry.Key.Value}", "Take it out.");
        }
    }

    private static DocumentNode? Present(MapNode rule, string name) =>
        Shape.IsNull(rule[name]) || rule[name] is ScalarNode { Value: "" } ? null : rule[name];
}
