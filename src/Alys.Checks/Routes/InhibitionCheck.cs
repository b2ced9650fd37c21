using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Routes;

/// <summary>An inhibition whose <c>equal</c> label is on neither side, so that it is equal everywhere; one whose
/// <c>equal</c> label is never equal; or one for which there are no alerts.</summary>
public sealed class InhibitionCheck : ICheck
{
    private const string Node = "instance";

    /// <inheritdoc/>
    public string Id => "route/inhibition";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        AlertLabels[] alerts = AlertLabels.Of(subject);
        return alerts.Length == 0 ? []
            : subject.AlertmanagerConfigs.SelectMany(config => config.Inhibitions)
                .SelectMany(inhibition => Find(inhibition, alerts));
    }

    private IEnumerable<Problem> Find(MapNode inhibition, AlertLabels[] alerts)
    {
        AlertLabels[] sources = Fitting(inhibition, "source_", alerts);
        AlertLabels[] targets = Fitting(inhibition, "target_", alerts);
        if (sources.Length == 0 || targets.Length == 0)
        {
            string side = sources.Length == 0 ? "source" : "target";
            yield return Problem(
                inhibition, inhibition[side + "_matchers"] ?? inhibition, $"no alert of the rules is its {side}",
                "Look at the names and labels in it.");
            yield break;
        }

        if (inhibition.List("equal").Count == 0 && Across(sources, targets) is var (one, other))
        {
            yield return Problem(
                inhibition, inhibition, $"without equal, {one.Name} of one node silences {other.Name} of all nodes",
                $"Say what has to be equal: equal: [{Node}].");
        }

        foreach (ScalarNode label in inhibition.List("equal").OfType<ScalarNode>())
        {
            AlertLabels? source = sources.FirstOrDefault(alert => Lacks(alert, label.Value));
            AlertLabels? target = targets.FirstOrDefault(alert => alert != source && Lacks(alert, label.Value));
            if (!MayBeEqual(label.Value, sources, targets))
            {
                yield return Problem(
                    inhibition, label, $"no source and no target have the same {label.Value}, so nothing is silenced",
                    "Take the label out.");
            }

            if (source is null || target is null) continue;
            yield return Problem(
                inhibition, label,
                $"neither {source.Name} nor {target.Name} has a label {label.Value}, so it is equal for both: "
                + "one silences the other everywhere",
                $"Ask for it on both sides: {label.Value}!=\"\".");
        }
    }

    private static AlertLabels[] Fitting(MapNode inhibition, string side, AlertLabels[] alerts)
    {
        IReadOnlyList<RouteMatcher> matchers = RouteMatcher.Of(inhibition, side);
        return [.. alerts.Where(alert => RouteMatcher.AllFit(matchers, alert) != false)];
    }

    // Two alerts that both tell of a node.
    private static (AlertLabels One, AlertLabels Other)? Across(AlertLabels[] sources, AlertLabels[] targets) =>
        (from source in sources
         where source[Node].Presence == LabelPresence.Sure
         from target in targets
         where target != source && target[Node].Presence == LabelPresence.Sure
         select ((AlertLabels, AlertLabels)?)(source, target)).FirstOrDefault();

    // An alert does not silence itself.
    private static bool MayBeEqual(string label, AlertLabels[] sources, AlertLabels[] targets) => sources.Any(source =>
        targets.Any(target => source != target && LabelFact.Both(source[label], target[label]) is not null));

    private static bool Lacks(AlertLabels alert, string label) =>
        alert[label].Presence == LabelPresence.Never;

    private Problem Problem(MapNode inhibition, DocumentNode where, string message, string help) =>
        new(Id, where.Location, message, help) { Element = inhibition.Span };
}
