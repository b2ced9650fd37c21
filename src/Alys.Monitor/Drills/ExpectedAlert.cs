namespace Alys.Monitor.Drills;

/// <summary>An alert that a drill waits for.</summary>
/// <param name="Name">Its <c>alertname</c>.</param>
internal sealed record ExpectedAlert(string Name)
{
    /// <summary>Other labels that it must have.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>False for the one that never stops.</summary>
    public bool Resolves { get; init; } = true;

    /// <summary>This alert about a target.</summary>
    public static ExpectedAlert Of(string name, string job, string instance) => new(name)
    {
        Labels = new Dictionary<string, string> { ["job"] = job, ["instance"] = instance },
    };

    /// <summary>This alert with one more label.</summary>
    public ExpectedAlert With(string label, string value) =>
        this with { Labels = new Dictionary<string, string>(Labels) { [label] = value } };

    /// <summary>Whether these labels are this alert's.</summary>
    public bool Fits(IReadOnlyDictionary<string, string> labels) =>
        labels.GetValueOrDefault("alertname") == Name
        && Labels.All(label => labels.GetValueOrDefault(label.Key) == label.Value);
}
