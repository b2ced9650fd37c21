using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alys.Metrics.Node;

/// <summary>
/// The small file that keeps a <see cref="MigrationState"/>. It is written beside and then renamed, so a crash leaves
/// the old one or the new one, never half of one.
/// </summary>
/// <param name="path">Its path; the folder must exist.</param>
/// <remarks><b>Threads:</b> one at a time. <b>Cost:</b> a file of some hundred bytes.</remarks>
public sealed class MigrationStateFile(string path)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>What is wrong with the file that <see cref="Read"/> found, and what was done; null: nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>
    /// The state; null when there is no file, or none that can be used. One that cannot be used is kept as
    /// <c>….broken</c>, and <see cref="Problem"/> says why: the node goes on from the beginning of phase 0.
    /// </summary>
    public MigrationState? Read()
    {
        Problem = null;
        try
        {
            if (!File.Exists(path)) return null;
            MigrationState? state = JsonSerializer.Deserialize<MigrationState>(File.ReadAllText(path), Format);
            if (state is { ProgressPercent: >= 0 and <= 100, PhaseDurations: not null }) return state;
            Discard("it holds no state of a migration");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            Discard(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem = $"Cannot read {path}: {error.Message} The migration starts at phase 0.";
        }

        return null;
    }

    /// <summary>Replaces the state.</summary>
    /// <returns>Whether it could; if not, <see cref="Problem"/> says why, and the state before it stays.</returns>
    public bool TryWrite(MigrationState state)
    {
        string next = path + ".next";
        try
        {
            File.WriteAllText(next, JsonSerializer.Serialize(state, Format));
            File.Move(next, path, overwrite: true);
            Problem = null;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem = $"Cannot write {path}: {error.Message} After a restart the migration would resume too early.";
            return false;
        }
    }

    private void Discard(string reason)
    {
        string kept = path + ".broken";
        Problem = $"{path} cannot be used: {reason} It is kept as {kept}; the migration starts at phase 0.";
        try
        {
            File.Move(path, kept, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem = $"{path} cannot be used: {reason} The migration starts at phase 0.";
        }
    }
}
