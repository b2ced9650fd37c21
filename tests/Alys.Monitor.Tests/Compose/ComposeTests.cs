using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Dashboards;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Compose;

/// <summary>What an operator relies on of <c>compose.yaml</c>: what runs, who reaches it, what it may do.</summary>
public sealed partial class ComposeTests
{
    private static readonly string[] PartsOfACheck = ["interval", "timeout", "retries", "start_period"];
    private static readonly string[] Limits = ["cpus", "memory", "pids"];
    private static readonly string[] Rights = ["privileged", "cap_add", "devices"];
    private static readonly string[] Scraped = ["prometheus", "alertmanager", "node-exporter"];

    private static IEnumerable<KeyValuePair<string, JsonObject>> All => ComposeFile.Services;

    [Fact]
    public void What_is_not_asked_for_by_its_profile_is_what_up_runs_and_Grafana()
    {
        Assert.Equal(
            ["prometheus", "alertmanager", "node-exporter", "grafana"],
            All.Where(service => service.Value["profiles"] is null).Select(service => service.Key));
        Assert.Equal(
            ["victoriametrics", "victoriametrics", "tracing"],
            All.SelectMany(service => ComposeFile.Texts(service.Value["profiles"])));
    }

    [Fact]
    public void Every_image_has_a_version_and_Grafana_that_of_the_schema_of_the_dashboards()
    {
        Assert.All(All, service => Assert.Matches(Image(), (string?)service.Value["image"]));
        string schema = File.ReadAllText(Path.Combine(
            AppContext.BaseDirectory, "Dashboards", "Schema", "package.json"));
        string version = (string)JsonNode.Parse(schema)!["dependencies"]!["@grafana/schema"]!;
        Assert.Equal($"grafana/grafana:{version}", (string?)ComposeFile.Services["grafana"]["image"]);
    }

    [Fact]
    public void Every_service_is_asked_whether_it_is_well_and_has_limits() => Assert.All(All, service =>
    {
        JsonNode check = service.Value["healthcheck"]!;
        Assert.Equal("CMD", ComposeFile.Texts(check["test"])[0]);
        Assert.All(PartsOfACheck, part => Assert.NotNull(check[part]));
        JsonNode limits = service.Value["deploy"]!["resources"]!["limits"]!;
        Assert.All(Limits, part => Assert.NotNull(limits[part]));
        Assert.Equal("unless-stopped", (string?)service.Value["restart"]);
        Assert.NotNull(service.Value["logging"]!["options"]!["max-size"]);
    });

    [Fact]
    public void No_service_has_a_right_that_it_does_not_need() => Assert.All(All, service =>
    {
        Assert.True((bool?)service.Value["read_only"]);
        Assert.Equal(["ALL"], ComposeFile.Texts(service.Value["cap_drop"]));
        Assert.Equal(["no-new-privileges:true"], ComposeFile.Texts(service.Value["security_opt"]));
        Assert.All(Rights, right => Assert.False(service.Value.ContainsKey(right)));
        // Only node exporter sees the processes of the machine.
        Assert.Equal(service.Key == "node-exporter", service.Value.ContainsKey("pid"));
        Assert.DoesNotContain("docker.sock", service.Value.ToJsonString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Nothing_can_be_reached_from_another_machine() => Assert.All(All, service =>
    {
        IReadOnlyList<string> ports = ComposeFile.Texts(service.Value["ports"]);
        if (!ComposeFile.SharesTheNetwork(service.Value))
        {
            Assert.NotEmpty(ports);
            Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
            return;
        }

        Assert.Empty(ports);
        string[] listens = [.. Listening(service.Key)];
        Assert.NotEmpty(listens);
        Assert.All(listens, listen => Assert.Matches("^(127\\.0\\.0\\.1(:\\d+)?)?$", listen));
    });

    [Fact]
    public void Prometheus_finds_each_part_where_it_listens()
    {
        string[] targets = [.. Address().Matches(CommittedRules.Text("prometheus.yml")).Select(match => match.Value)];
        string[] parts = [.. Scraped.SelectMany(Listening)];
        Assert.Equal(
            parts.Where(part => part != "").Order(StringComparer.Ordinal),
            targets.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            $"http://{Listening("prometheus").Single()}",
            (string?)ComposeFile.Services["grafana"]["environment"]!["ALYS_PROMETHEUS_URL"]);
    }

    [Fact]
    public void Every_mounted_file_exists_and_cannot_be_changed_from_within() => Assert.All(All, service =>
    {
        foreach ((string source, string target, bool readOnly) in ComposeFile.Mounts(service.Value))
        {
            if (source.StartsWith('.'))
                Assert.True(Directory.Exists(Path.Combine(ComposeFile.Folder, source)), $"{service.Key}: {source}");
            else if (source != "/")
                Assert.True(ComposeFile.Root["volumes"]!.AsObject().ContainsKey(source), $"{service.Key}: {source}");
            // What is not of the container's own volumes.
            Assert.Equal(source.StartsWith('.') || source == "/", readOnly);
            Assert.StartsWith("/", target, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Every_volume_that_is_declared_is_used() => Assert.Equal(
        ComposeFile.Root["volumes"]!.AsObject().Select(volume => volume.Key).Order(StringComparer.Ordinal),
        All.SelectMany(service => ComposeFile.Mounts(service.Value)).Select(mount => mount.Source)
            .Where(source => source[0] is not ('.' or '/')).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("prometheus", "--config.file=", "prometheus/prometheus.yml")]
    [InlineData("vmagent", "-promscrape.config=", "prometheus/prometheus.yml")]
    [InlineData("alertmanager", "--config.file=", "alertmanager/alertmanager.yml")]
    public void The_configuration_is_the_one_that_is_tested(string service, string flag, string path) => Assert.Equal(
        Path.GetFullPath(Path.Combine(ShippedAlerts.Monitoring, path)),
        ComposeFile.Committed(ComposeFile.Services[service], Flag(service, flag)));

    [Fact]
    public void Grafana_finds_its_data_source_and_the_dashboards_that_are_tested()
    {
        JsonObject grafana = ComposeFile.Services["grafana"];
        string provisioning = ComposeFile.Committed(grafana, "/etc/grafana/provisioning/dashboards/alys.yml")!;
        JsonNode provider = Yaml.Object(File.ReadAllText(provisioning))["providers"]![0]!;
        string dashboards = (string)provider["options"]!["path"]!;
        Assert.True(File.Exists(ComposeFile.Committed(grafana, dashboards + "/overview.json")));
        string source = ComposeFile.Committed(grafana, "/etc/grafana/provisioning/datasources/prometheus.yml")!;
        Assert.Contains("url: ${ALYS_PROMETHEUS_URL}", File.ReadAllText(source), StringComparison.Ordinal);
    }

    [Fact]
    public void Dashboards_and_alerts_lead_to_each_other_and_to_the_same_runbooks()
    {
        JsonObject settings = Yaml.Object(CommittedRules.Text("settings.yml"));
        JsonNode environment = ComposeFile.Services["grafana"]["environment"]!;
        Assert.Equal(
            $"http://{environment["GF_SERVER_HTTP_ADDR"]}:{environment["GF_SERVER_HTTP_PORT"]}",
            (string?)settings["dashboard_base"]);
        Assert.All(DashboardFile.All, dashboard => Assert.Equal(
            (string?)settings["runbook_base"],
            DashboardFile.Text(
                dashboard.Variables.Single(variable => DashboardFile.Text(variable, "name") == "runbooks"), "query")));
    }

    [Fact]
    public void Prometheus_keeps_as_long_as_the_rules_take_for_granted_and_has_no_limit_of_size()
    {
        JsonObject settings = Yaml.Object(CommittedRules.Text("settings.yml"));
        Assert.Equal($"{settings["retention_days"]}d", Flag("prometheus", "--storage.tsdb.retention.time="));
        Assert.Equal("0", Flag("prometheus", "--storage.tsdb.retention.size="));
    }

    [Fact]
    public void Prometheus_is_started_as_up_does()
    {
        IReadOnlyList<string> command = ComposeFile.Command("prometheus");
        string[] expected =
        [
            .. PrometheusServer.Arguments(
                    new PrometheusPackage("", "", []), new AlysHome("home"), new IPEndPoint(IPAddress.Loopback, 9090))
                // Files of its own.
                .Where(argument => !argument.Contains("home", StringComparison.Ordinal)),
        ];
        Assert.True(expected.Length >= 5);
        Assert.All(expected, argument => Assert.Contains(argument, command));
    }

    [Fact]
    public void No_password_stands_in_it_and_each_comes_from_a_file_that_git_ignores()
    {
        JsonObject secrets = ComposeFile.Root["secrets"]!.AsObject();
        string ignored = File.ReadAllText(Path.Combine(ComposeFile.Folder, "..", ".gitignore"));
        Assert.Contains("\n/monitoring/secrets/\n", ignored, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.Equal($"./secrets/{secret.Key}", (string?)secret.Value!["file"]));
        KeyValuePair<string, JsonNode?>[] secret = [.. All
            .SelectMany(service => service.Value["environment"]?.AsObject() ?? [])
            .Where(variable => Secret().IsMatch(variable.Key))];
        Assert.Equal(secrets.Count, secret.Length);
        Assert.All(secret, variable =>
        {
            Assert.EndsWith("__FILE", variable.Key, StringComparison.Ordinal);
            Assert.Contains(((string)variable.Value!)["/run/secrets/".Length..], secrets.Select(known => known.Key));
        });
        Assert.DoesNotMatch("(?i)password=|token=|://[^/ ]*:[^/ ]*@", ComposeFile.Text);
    }

    // Where a service listens; empty for a listener that is switched off.
    private static IEnumerable<string> Listening(string service) =>
    [
        .. ComposeFile.Command(service).Select(part => Listen().Match(part)).Where(match => match.Success)
            .Select(match => match.Groups["at"].Value),
        .. (ComposeFile.Services[service]["environment"]?.AsObject() ?? [])
            .Where(variable => variable.Key.EndsWith("_HTTP_ADDR", StringComparison.Ordinal))
            .Select(variable => (string)variable.Value!),
    ];

    private static string Flag(string service, string flag) => ComposeFile.Command(service)
        .Single(part => part.StartsWith(flag, StringComparison.Ordinal))[flag.Length..];

    // With the digest of what was tested, when somebody adds one.
    [GeneratedRegex(@"^[a-z0-9-]+/[a-z0-9-]+:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$")]
    private static partial Regex Image();

    [GeneratedRegex(@"^--?\w+(\.listen-address|ListenAddr)=(?<at>.*)$")]
    private static partial Regex Listen();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex("PASSWORD|SECRET_|TOKEN|_KEY")]
    private static partial Regex Secret();
}
