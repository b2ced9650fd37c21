namespace Alys.Monitor.Drills;

/// <summary>Drills that are played at once on one stage, and what the stage needs. In a scene only its own alerts go
/// out: alerts of which one silences the other are in two scenes.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Speed">How many times as fast the clocks are; see <see cref="Pace"/>.</param>
internal sealed record Scene(string Name, double Speed)
{
    /// <summary>The nodes.</summary>
    public IReadOnlyList<SceneNode> Nodes { get; init; } = [];

    /// <summary>Targets whose numbers the drills play.</summary>
    public IReadOnlyList<ScenePage> Pages { get; init; } = [];

    /// <summary>What is played.</summary>
    public required IReadOnlyList<Drill> Drills { get; init; }

    /// <summary>Settings of the rules that fit the nodes of this stage, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Length of a slot.</summary>
    public TimeSpan Slot { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether node exporter runs.</summary>
    public bool HasNodeExporter { get; init; }

    /// <summary>More servers of Prometheus, by their instance, which things happen to; they tell nobody.</summary>
    public IReadOnlyList<string> Patients { get; init; } = [];

    /// <summary>More servers of Alertmanager, by their instance, which things happen to.</summary>
    public IReadOnlyList<string> DeafOnes { get; init; } = [];

    /// <summary>Whether a drill runs a monitor.</summary>
    public bool HasMonitor { get; init; }

    /// <summary>Whether the drills are played one after another, since each is about the whole stage.</summary>
    public bool OneByOne { get; init; }

    /// <summary>How often targets are scraped; null: as <see cref="Pace"/> says.</summary>
    public TimeSpan? Scrape { get; init; }

    /// <summary>Whether a drill lasts until its alerts are over. Default: true.</summary>
    public bool WaitsForEnd { get; init; } = true;

    /// <summary>How long an alert may take to come. Default: 2.5 minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>The names of the alerts.</summary>
    public IEnumerable<string> Alerts =>
        Drills.SelectMany(drill => drill.Alerts).Select(alert => alert.Name).Distinct();

    /// <summary>This scene with fewer drills, and only the nodes that they need.</summary>
    public Scene With(Func<ExpectedAlert, bool> wanted)
    {
        Drill[] drills =
        [
            .. from drill in Drills
               let alerts = drill.Alerts.Where(wanted).ToArray()
               where alerts.Length > 0
               select drill with { Alerts = alerts },
        ];
        HashSet<string> needed = [.. drills.SelectMany(drill => drill.Trouble.Nodes)];
        bool all = drills.Any(drill => drill.Trouble.NeedsAll);
        bool IsNeeded(SceneNode node) => all || node.IsAlwaysThere || needed.Contains(node.Name)
            || Nodes.Any(other => needed.Contains(other.Name) && other.ComparesWith == node.Name);
        return this with { Drills = drills, Nodes = [.. Nodes.Where(IsNeeded)] };
    }

    /// <summary>This scene on the clocks that are shipped, with slots as long as the rules take them for.</summary>
    public Scene AsShipped() => this with
    {
        Speed = 1,
        Slot = TimeSpan.FromSeconds(5),
        Scrape = null,
        Patience = TimeSpan.FromHours(2),
        // Some fire on for an hour; what is measured is how soon they come.
        WaitsForEnd = false,
    };
}
