using Alys.Checks.Documents;
using Alys.Checks.Shapes;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Routes;

/// <summary>A configuration that Alertmanager would not load: a setting that it does not have, one of the wrong kind, a
/// name that is there twice or not at all.</summary>
/// <remarks><b>Source:</b> as of <see cref="AlertmanagerShape"/>.</remarks>
public sealed class RouteStructureCheck : ICheck
{
    private static readonly string[] NotOfTheFirst =
        ["match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals", "continue"];

    private static readonly string[] NeverZero = ["group_interval", "repeat_interval"];

    private static readonly string[] Named = ["receivers", "time_intervals", "mute_time_intervals"];

    private static readonly string[] Times = ["mute_time_intervals", "active_time_intervals"];

    /// <inheritdoc/>
    public string Id => "route/structure";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.AlertmanagerConfigs.SelectMany(config => Find(config.Root)).Select(error => error.Of(Id));
    }

    private static IEnumerable<ShapeError> Find(MapNode root) =>
    [
        .. AlertmanagerShape.Whole.Find(root, "Alertmanager"),
        .. Named.SelectMany(list => Names(root, list)),
        .. root.Map("route") is { } first ? OfFirst(first, root) : NoRoute(root),
    ];

    private static IEnumerable<ShapeError> NoRoute(MapNode root) => Shape.IsNull(root["route"])
        ? [new ShapeError(root.Entries[0].Key, "there is no route", "Add one with a receiver: route.")] : [];

    private static IEnumerable<ShapeError> Names(MapNode root, string list)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (MapNode item in root.Maps(list))
        {
            if (item.Scalar("name") is not { Value: { Length: > 0 } value } name)
                yield return new ShapeError(item, $"this one of {list} has no name", "Give it one.");
            else if (!names.Add(value))
                yield return new ShapeError(name, $"{value} is there already", "Give each its own name.");
        }
    }

    private static IEnumerable<ShapeError> OfFirst(MapNode first, MapNode root)
    {
        if (Shape.IsNull(first["receiver"]))
        {
            yield return new ShapeError(
                first, "the first route has no receiver", "All alerts that no other route takes go to it: add one.");
        }

        foreach (MapEntry entry in first.Entries.Where(entry => NotOfTheFirst.Contains(entry.Key.Value)))
        {
            // An empty list and false say nothing.
            if (entry.Value is ListNode { Items.Count: 0 } or MapNode { Entries.Count: 0 }
                or ScalarNode { Value: "false" or "" })
            {
                continue;
            }

            yield return new ShapeError(
                entry.Key, $"the first route has no {entry.Key.Value}: all alerts take it",
                "Put it into a route below.");
        }

        string[] times =
        [
            .. root.Maps("time_intervals").Concat(root.Maps("mute_time_intervals")).Select(one => one.Text("name"))
                .OfType<string>(),
        ];
        foreach (ShapeError error in AlertmanagerConfig.WithChildren(first).SelectMany(route => OfRoute(route, times)))
            yield return error;
    }

    private static IEnumerable<ShapeError> OfRoute(MapNode route, string[] times) =>
        [.. GroupBy(route), .. Zero(route), .. UnknownTimes(route, times)];

    private static IEnumerable<ShapeError> GroupBy(MapNode route)
    {
        ScalarNode[] labels = [.. route.List("group_by").OfType<ScalarNode>()];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ScalarNode label in labels)
        {
            if (label.Value == AlertmanagerConfig.AllLabels && labels.Length > 1)
            {
                yield return new ShapeError(
                    label, "... stands for all labels, and others stand beside it", "Take it or the others out.");
            }
            else if (label.Value != AlertmanagerConfig.AllLabels && !Scalars.IsLabelName(label.Value))
                yield return new ShapeError(label, $"\"{label.Value}\" is no name of a label", "Write only the name.");
            else if (!names.Add(label.Value))
                yield return new ShapeError(label, $"{label.Value} is there already", "Take one out.");
        }
    }

    private static IEnumerable<ShapeError> Zero(MapNode route) =>
        from name in NeverZero
        let value = route.Scalar(name)
        where value is not null && PromQLDurations.TryParse(value.Value) == TimeSpan.Zero
        select new ShapeError(value, $"{name} must be more than nothing", "Write a duration such as 5m.");

    private static IEnumerable<ShapeError> UnknownTimes(MapNode route, string[] times) =>
        from list in Times
        from name in route.List(list).OfType<ScalarNode>()
        where !times.Contains(name.Value)
        select new ShapeError(name, $"there is no time interval {name.Value}", Near.Sentence(name.Value, times));
}
