namespace Alys.Monitor.Drills;

/// <summary>What became of an alert that was to come.</summary>
/// <param name="Alert">Which.</param>
/// <param name="Trouble">What was done for it, in a few words.</param>
/// <param name="Speed">How many times as fast the clocks were.</param>
internal sealed record DrillResult(ExpectedAlert Alert, string Trouble, double Speed)
{
    /// <summary>The labels that it came with; empty: it did not come.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>How long its rule must hold until it fires.</summary>
    public TimeSpan For { get; init; }

    /// <summary>From the trouble's beginning to the webhook; null: it did not come.</summary>
    public TimeSpan? Fired { get; init; }

    /// <summary>From the trouble's end to the webhook's being told; zero: before that; null: it was not told.</summary>
    public TimeSpan? Resolved { get; init; }

    /// <summary>What is wrong; null: nothing.</summary>
    public string? Problem { get; init; }
}
