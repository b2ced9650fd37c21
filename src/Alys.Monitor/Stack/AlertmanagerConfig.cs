using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>
/// The configuration that Alertmanager runs with: the committed <c>monitoring/alertmanager/alertmanager.yml</c> with
/// the webhook where it listens, and the templates beside it.
/// </summary>
internal static class AlertmanagerConfig
{
    private const string CommittedWebhook = "http://127.0.0.1:9095/";
    private const string Templates = "alys.tmpl";

    /// <summary>The text of the configuration.</summary>
    /// <param name="webhook">Who is told.</param>
    public static string Render(IPEndPoint webhook)
    {
        string text = Resources.Text("alertmanager.yml");
        return text.Contains(CommittedWebhook, StringComparison.Ordinal)
            ? text.Replace(CommittedWebhook, $"http://{webhook}/", StringComparison.Ordinal)
            : throw new InvalidOperationException($"alertmanager.yml must hold '{CommittedWebhook}'");
    }

    /// <summary>Writes a configuration and the templates it names into <c>run/alertmanager</c>. Returns its
    /// path.</summary>
    public static async Task<string> WriteAsync(AlysHome home, string configuration, CancellationToken cancellation)
    {
        string folder = Path.Combine(home.Run, "alertmanager");
        Directory.CreateDirectory(Path.Combine(folder, "templates"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "templates", Templates), Resources.Text(Templates), cancellation);
        string path = Path.Combine(folder, "alertmanager.yml");
        await File.WriteAllTextAsync(path, configuration, cancellation);
        return path;
    }
}
