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
        if (kept is null) File.WriteAllText(path, JsonSerializer.Serialize(asked));
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
            return File.Exists(path) ? JsonSerializer.Deserialize<ChainParameters>(File.ReadAllText(path)) : null;
        }
        catch (JsonException error)
        {
            throw new UsageException($"{path} cannot be read: {error.Message} Remove the folder to begin anew.", error);
        }
    }
}
