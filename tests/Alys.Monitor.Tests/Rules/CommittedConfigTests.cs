using System.Net;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Rules;

/// <summary>The committed <c>prometheus.yml</c> and the files of nodes beside it, as they are installed.</summary>
public sealed class CommittedConfigTests : IDisposable
{
    // Prometheus hands targets to its scrapers every five seconds.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly TemporaryHome _home = new(withSharedTools: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Promtool_accepts_it_with_its_rules_and_its_files_of_nodes()
    {
        (int code, string said) = await Promtool.RunAsync(CommittedRules.Home, "check", "config", "prometheus.yml");
        Assert.True(code == 0, said);
        Assert.DoesNotContain("WARNING", said, StringComparison.Ordinal);
        Assert.Equal(CommittedRules.Names("rules").Count, said.Split(" rules found").Length - 1);
    }

    [Fact]
    public async Task A_file_of_nodes_with_a_mistake_is_found_before_it_is_loaded()
    {
        WriteNodes("- {target: [\"127.0.0.1:9001\"], labels: {instance: alys-main}}\n");
        _home.Write("prometheus.yml", Resources.Text("prometheus.yml"));
        (int code, string said) = await Promtool.RunAsync(_home.Root, "check", "config", "prometheus.yml");
        Assert.Equal(1, code);
        Assert.Contains("field target not found", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_file_has_the_one_node_that_this_machine_is_made_for()
    {
        Assert.Equal(["alys-migration.yml", "alys.yml"], CommittedRules.Names("nodes"));
        Assert.Equal(["- {targets: [\"127.0.0.1:9001\"], labels: {instance: alys-main}}"], Nodes("alys"));
        Assert.Equal(
            ["- {targets: [\"127.0.0.1:9002\"], labels: {instance: alys-migration}}"], Nodes("alys-migration"));
    }

    [Fact]
    public async Task A_line_that_is_added_is_a_node_that_is_scraped_without_a_restart()
    {
        await using StaticPages page = await StaticPages.StartAsync(
            ("/metrics", "text/plain", "blocks 1\n"u8.ToArray()));
        IPEndPoint listen = FreePorts.Next();
        string first = Node(page.Endpoint, "alys-main");
        WriteNodes(first);
        await using ChildProcess server = await PrometheusServer.StartAsync(
            await PrometheusPackage.EnsureAsync(_home.Home, _ => { }, Cancellation), _home.Home, listen,
            NodesOnly(), TimeProvider.System, Cancellation);
        await using RealPrometheus asked = new(listen);
        await ScrapesAsync(asked, "alys-main");
        Assert.Null(await asked.QueryAsync("up{instance=\"alys-second\"}"));

        WriteNodes(first + Node(page.Endpoint, "alys-second"));

        await ScrapesAsync(asked, "alys-second");
        Assert.Equal(1, await asked.QueryAsync("up{job=\"alys\",instance=\"alys-main\"}"));
    }

    private static IEnumerable<string> Nodes(string job) =>
        CommittedRules.Text($"nodes/{job}.yml").Split('\n').Where(line => line != "" && line[0] != '#');

    // A line as it is committed, with another address and name.
    private static string Node(IPEndPoint address, string name) => Nodes("alys").Single()
        .Replace("127.0.0.1:9001", address.ToString(), StringComparison.Ordinal)
        .Replace("alys-main", name, StringComparison.Ordinal) + "\n";

    /// <summary>The committed file up to the jobs on fixed ports, telling nobody, with less patience.</summary>
    private static string NodesOnly()
    {
        string text = Resources.Text("prometheus.yml");
        int others = text.IndexOf("  - job_name: prometheus\n", StringComparison.Ordinal);
        return text[..others]
            .Replace("127.0.0.1:9093", FreePorts.Next().ToString(), StringComparison.Ordinal)
            .Replace("scrape_interval: 15s", "scrape_interval: 500ms", StringComparison.Ordinal);
    }

    private static Task ScrapesAsync(RealPrometheus asked, string instance) => Eventually.HoldsAsync(
        async () => await asked.QueryAsync($"up{{job=\"alys\",instance=\"{instance}\"}}") == 1,
        Long, $"{instance} is scraped");

    private void WriteNodes(string lines)
    {
        foreach (string folder in (ReadOnlySpan<string>)[_home.Root, _home.Home.Run])
        {
            Directory.CreateDirectory(Path.Combine(folder, "nodes"));
            File.WriteAllText(Path.Combine(folder, "nodes", "alys.yml"), lines);
        }
    }
}
