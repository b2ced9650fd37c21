using System.CommandLine;
using Alys.Monitor.Rules;

namespace Alys.Monitor.Commands;

/// <summary><c>alys-monitor render</c>: writes Prometheus' rules from their templates and settings, as files and as
/// manifests for Kubernetes.</summary>
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

    private static readonly Option<string?> KubernetesOption = new("--kubernetes")
    {
        HelpName = "DIR",
        Description = "Where the manifests for Kubernetes go (default: kubernetes, beside the folder of the settings, "
            + "if it is there).",
    };

    /// <summary>The verb with its options.</summary>
    public static Command Definition()
    {
        Command command = new("render", "Write the rules of Prometheus from their templates and settings.")
        {
            SettingsOption, OutOption, KubernetesOption,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(SettingsOption)!,
            parsed.GetValue(OutOption),
            parsed.GetValue(KubernetesOption),
            parsed.InvocationConfiguration.Output,
            stop));
        return command;
    }

    internal static async Task<int> RunAsync(
        string settingsFile, string? outFolder, string? kubernetesFolder, TextWriter output, CancellationToken stop)
    {
        string home = Path.GetDirectoryName(Path.GetFullPath(settingsFile))!;
        string rules = outFolder ?? Path.Combine(home, "rules");
        string beside = Path.GetFullPath(Path.Combine(home, "..", "kubernetes"));
        string? kubernetes = kubernetesFolder ?? (Directory.Exists(beside) ? beside : null);
        try
        {
            string text = await File.ReadAllTextAsync(settingsFile, stop);
            Dictionary<string, string> templates = [];
            foreach (string path in Directory.EnumerateFiles(Path.Combine(home, "templates"), "*.yml"))
                templates[Path.GetFileName(path)] = await File.ReadAllTextAsync(path, stop);
            IReadOnlyDictionary<string, string> rendered = RuleTemplates.Render(
                templates, RuleTemplates.ReadSettings(text, settingsFile));
            await WriteAsync(rules, rendered, output, stop);
            if (kubernetes is not null)
            {
                string prometheus = await File.ReadAllTextAsync(Path.Combine(home, "prometheus.yml"), stop);
                await WriteAsync(kubernetes, KubernetesManifests.Render(rendered, prometheus), output, stop);
            }

            return ExitCode.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot render: {e.Message}", e);
        }
    }

    private static async Task WriteAsync(
        string folder, IReadOnlyDictionary<string, string> files, TextWriter output, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        foreach ((string file, string text) in files)
            await File.WriteAllTextAsync(Path.Combine(folder, file), text, stop);
        await output.WriteLineAsync($"{files.Count} files written to {folder}");
    }
}
