using System.CommandLine;
using Alys.Monitor.Rules;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor render</c>: writes Prometheus' rules from their templates and settings.</summary>
internal static class RenderCommand
{
    private const string Home = "monitoring/prometheus";

    private static readonly Option<string> SettingsOption = new("--settings")
    {
        HelpName = "FILE",
        Description = $"Values for the templates beside it (default {Home}/settings.yml).",
        DefaultValueFactory = _ => $"{Home}/settings.yml",
    };

    private static readonly Option<string?> OutOption = new("--out")
    {
        HelpName = "DIR",
        Description = "Where the rules go (default: rules, beside the settings).",
    };

    /// <summary>The verb with its options.</summary>
    public static Command Definition()
    {
        Command command = new("render", "Write the rules of Prometheus from their templates and settings.")
        {
            SettingsOption, OutOption,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(SettingsOption)!,
            parsed.GetValue(OutOption),
            parsed.InvocationConfiguration.Output,
            stop));
        return command;
    }

    internal static async Task<int> RunAsync(
        string settingsFile, string? outFolder, TextWriter output, CancellationToken stop)
    {
        string home = Path.GetDirectoryName(Path.GetFullPath(settingsFile))!;
        string rules = outFolder ?? Path.Combine(home, "rules");
        try
        {
            string text = await File.ReadAllTextAsync(settingsFile, stop);
            Dictionary<string, string> templates = [];
            foreach (string path in Directory.EnumerateFiles(Path.Combine(home, "templates"), "*.yml"))
                templates[Path.GetFileName(path)] = await File.ReadAllTextAsync(path, stop);
            IReadOnlyDictionary<string, string> rendered = RuleTemplates.Render(
                templates, RuleTemplates.ReadSettings(text, settingsFile));
            Directory.CreateDirectory(rules);
            foreach ((string file, string rule) in rendered)
                await File.WriteAllTextAsync(Path.Combine(rules, file), rule, stop);
            await output.WriteLineAsync($"{rendered.Count} files written to {rules}");
            return ExitCode.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot render: {e.Message}", e);
        }
    }
}
