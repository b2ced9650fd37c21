namespace Alys.Monitor.Drills;

/// <summary>A development node of a stage.</summary>
/// <param name="Name">Its <c>instance</c>.</param>
internal sealed record SceneNode(string Name)
{
    /// <summary>Its <c>job</c>. Default: <c>alys-migration</c>.</summary>
    public string Job { get; init; } = "alys-migration";

    /// <summary>The labels by which an alert about it is known.</summary>
    public IReadOnlyDictionary<string, string> Labels =>
        new Dictionary<string, string> { ["job"] = Job, ["instance"] = Name };

    /// <summary>What else it is told on its command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The node of the stage that it compares itself with while it migrates; null: none.</summary>
    public string? ComparesWith { get; init; }

    /// <summary>How many blocks the network has when it starts. Default: 60.</summary>
    public int History { get; init; } = 60;

    /// <summary>How many files it may have open; null: as many as the system lets it.</summary>
    public int? MostFiles { get; init; }

    /// <summary>Whether it is on the stage whatever is played: others are measured by it.</summary>
    public bool IsAlwaysThere { get; init; }

    /// <summary>Whether the drills wait until it has caught up. Default: true.</summary>
    public bool WaitsForSync { get; init; } = true;
}
