using System.Globalization;
using Alys.Monitor.Rules;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>The shipped rules on the clock of a stage, with settings that fit its chain.</summary>
internal static class StageRules
{
    private const string Templates = "templates/";
    private const string SettingsFile = "settings.yml";

    /// <summary>The texts, by file name.</summary>
    public static IReadOnlyDictionary<string, string> Render(Scene scene)
    {
        Dictionary<string, string> settings = new(
            RuleTemplates.ReadSettings(Resources.Text(SettingsFile), SettingsFile), StringComparer.Ordinal);
        // As shipped nothing is changed: what is measured then is what an operator has.
        if (scene.Speed != 1)
        {
            foreach ((string name, string value) in ChainOf(scene).Concat(scene.Settings))
            {
                if (!settings.ContainsKey(name)) throw new InvalidOperationException($"no rule has a setting {name}");
                settings[name] = value;
            }
        }

        Dictionary<string, string> templates = typeof(StageRules).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Templates, StringComparison.Ordinal))
            .ToDictionary(name => name[Templates.Length..], Resources.Text);
        return RuleTemplates.Render(templates, settings, scene.Speed);
    }

    /// <summary>Writes them into a folder.</summary>
    public static async Task WriteAsync(Scene scene, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in Render(scene))
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);
    }

    /// <summary>The chain of the development node, as the rules know it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> ChainOf(Scene scene)
    {
        double slot = scene.Slot.TotalSeconds;
        return
        [
            new("slot_seconds", slot.ToString(CultureInfo.InvariantCulture)),
            new("pegin_confirmations", "2"),
            new("bitcoin_block_seconds", (10 * slot).ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
