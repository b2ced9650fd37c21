using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Compose;

/// <summary>The committed <c>compose.yaml</c>, with its variables at their defaults.</summary>
internal static partial class ComposeFile
{
    /// <summary>Where it is.</summary>
    public static string Folder => ShippedAlerts.Monitoring;

    /// <summary>As it is written.</summary>
    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "compose.yaml"));

    /// <summary>All of it.</summary>
    public static JsonObject Root { get; } = Yaml.Object(
        Variable().Replace(Text, match => match.Groups["default"].Success ? match.Groups["default"].Value : "1000"));

    /// <summary>The services, by name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Services { get; } =
        Root["services"]!.AsObject().ToDictionary(service => service.Key, service => service.Value!.AsObject());

    /// <summary>What a service is started with.</summary>
    public static IReadOnlyList<string> Command(string service) => Texts(Services[service]["command"]);

    /// <summary>Whether it has the network of the machine.</summary>
    public static bool SharesTheNetwork(JsonObject service) => (string?)service["network_mode"] == "host";

    /// <summary>What is mounted, as <c>source</c>, <c>target</c> and whether it can only be read.</summary>
    public static IEnumerable<(string Source, string Target, bool ReadOnly)> Mounts(JsonObject service) =>
        from mount in service["volumes"]?.AsArray() ?? []
        let parts = mount is JsonValue ? mount.GetValue<string>().Split(':') : null
        select parts is not null
            ? (parts[0], parts[1], parts is [_, _, "ro"])
            : ((string)mount["source"]!, (string)mount["target"]!, (bool?)mount["read_only"] == true);

    /// <summary>The file of the repository that a path in a container is; null when it is none.</summary>
    public static string? Committed(JsonObject service, string path) =>
        (from mount in Mounts(service)
         where mount.Source.StartsWith("./", StringComparison.Ordinal)
             && path.StartsWith(mount.Target + "/", StringComparison.Ordinal)
         select Path.GetFullPath(Path.Combine(Folder, mount.Source, path[(mount.Target.Length + 1)..])))
        .SingleOrDefault();

    /// <summary>The elements of a list of texts; none when there is no list.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? list) =>
        [.. (list?.AsArray() ?? []).Select(text => text!.ToString())];

    [GeneratedRegex(@"\$\{\w+(:-(?<default>[^}]*)|:\?[^}]*)\}")]
    private static partial Regex Variable();
}
