using System.Globalization;
using System.Text.Json;
using Alys.DevNode.Source;

namespace Alys.DevNode.Hosting;

/// <summary>Remembers beside the chain which network it is of, so that a node never mixes two.</summary>
internal static class NetworkFile
{
    /// <summary>The network of a data directory: the one that it holds, or a new one, which it then holds.</summary>
    /// <exception cref="UsageException">It holds another one than was asked for.</exception>
    public static ChainParameters Open(NodeOptions options, TimeProvider clock)
    {
        string path = Path.Combine(options.DataDirectory, "network.json");
        ChainParameters? kept = Read(path);
        DateTimeOffset genesis = options.Genesis ?? kept?.Genesis
            ?? DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds())
                - options.History * options.Slot;
        var asked = new ChainParameters(
            options.Seed, genesis, options.Slot, options.Load * options.Slot.TotalSeconds)
        {
            Follows = options.Follow is not null,
        };
        if (kept is null) Write(path, asked);
        else if (kept != asked)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"{options.DataDirectory} holds the chain of another network (seed {kept.Seed}, genesis "
                + $"{kept.Genesis:O}, slots of {kept.Slot.TotalSeconds} s, "
                + $"{kept.TransactionsPerBlock / kept.Slot.TotalSeconds} transactions a second, "
                + $"{(kept.Follows ? "following" : "simulated")}): use another --data-dir, or remove it"));
        }

        return asked;
    }

    private static ChainParameters? Read(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;
            ChainParameters? kept = JsonSerializer.Deserialize<ChainParameters>(File.ReadAllText(path));
            return kept?.Slot > TimeSpan.Zero ? kept : throw new JsonException("it describes no network.");
        }
        catch (JsonException error)
        {
            throw new UsageException($"{path} cannot be read: {error.Message} Remove the folder to begin anew.", error);
        }
    }

    private static void Write(string path, ChainParameters parameters)
    {
        try
        {
            // Renamed into place: whoever starts next finds all of it or none.
            File.WriteAllText(path + ".next", JsonSerializer.Serialize(parameters));
            File.Move(path + ".next", path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write {path}: {error.Message}", error);
        }
    }
}
