using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A configuration of Alertmanager.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
public sealed record AlertmanagerConfig(SourceFile File, MapNode Root)
{
    /// <summary>What in <c>group_by</c> stands for all labels.</summary>
    public const string AllLabels = "...";

    /// <summary>Whether a document is such a configuration. Receivers by name are those of an OpenTelemetry collector.
    /// </summary>
    public static bool Is(MapNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document["route"] is not null || document["receivers"] is not (null or MapNode);
    }

    /// <summary>The route that all alerts begin at; null when there is none.</summary>
    public MapNode? Route => Root.Map("route");

    /// <summary>Who can be told.</summary>
    public IEnumerable<MapNode> Receivers => Root.Maps("receivers");

    /// <summary>Which alerts silence which.</summary>
    public IEnumerable<MapNode> Inhibitions => Root.Maps("inhibit_rules");

    /// <summary>A route and all below it, each before what is below it.</summary>
    public static IEnumerable<MapNode> WithChildren(MapNode route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return [route, .. route.Maps("routes").SelectMany(WithChildren)];
    }
}
