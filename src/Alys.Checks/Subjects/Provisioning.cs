using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A file that tells Grafana of data sources or of folders with dashboards.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
public sealed record Provisioning(SourceFile File, MapNode Root)
{
    /// <summary>The data sources.</summary>
    public IEnumerable<MapNode> Datasources => Root.Maps("datasources");
}
