using System.Globalization;
using System.Text;

namespace Alys.Monitor.Alerting;

/// <summary>That an alert began or ended, as Alertmanager told it.</summary>
/// <param name="Firing">True: it fires; false: it is over.</param>
/// <param name="Fingerprint">What tells it from others: Alertmanager's hash of its labels.</param>
/// <param name="StartsAt">When it began, as Alertmanager wrote it.</param>
internal sealed record AlertNotice(bool Firing, string Fingerprint, string StartsAt)
{
    // Room for a sentence; what a metric's labels bring along must not fill the screen.
    private const int LongestLine = 300;

    /// <summary>Its labels.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>Its annotations.</summary>
    public required IReadOnlyDictionary<string, string> Annotations { get; init; }

    /// <summary>Whether another notice tells the same: this beginning, or this end.</summary>
    public bool TellsTheSameAs(AlertNotice other) =>
        Firing == other.Firing && Fingerprint == other.Fingerprint && StartsAt == other.StartsAt;

    /// <summary>One line of at most 300 characters: <c>FIRING critical MigrationRollback alys-migration:
    /// summary</c>.</summary>
    public override string ToString()
    {
        StringBuilder line = new(Firing ? "FIRING" : "RESOLVED");
        foreach (string label in (ReadOnlySpan<string>)["severity", "alertname", "instance"])
        {
            if (Labels.TryGetValue(label, out string? value))
                line.Append(CultureInfo.InvariantCulture, $" {value}");
        }

        if (Annotations.TryGetValue("summary", out string? summary))
            line.Append(CultureInfo.InvariantCulture, $": {summary}");
        // Whoever names a metric must not get to write to the terminal.
        for (int i = 0; i < line.Length; i++)
        {
            if (char.IsControl(line[i]))
                line[i] = ' ';
        }

        return line.Length <= LongestLine ? line.ToString() : line.ToString(0, LongestLine - 1) + "…";
    }
}
