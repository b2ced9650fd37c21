using System.Net;
using System.Text.RegularExpressions;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Compose;

/// <summary>The command of each service, given to the program that Debian has of it: it knows every flag, starts, and
/// answers where the health check asks. Paths and ports are other ones.</summary>
public sealed partial class ComposeProgramTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly TemporaryHome _home = new(withSharedTools: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("prometheus", "-/ready")]
    [InlineData("alertmanager", "-/ready")]
    [InlineData("node-exporter", "")]
    [InlineData("victoriametrics", "health")]
    [InlineData("vmagent", "health")]
    public async Task It_starts_and_answers(string service, string page)
    {
        IReadOnlyList<string> launch = await LaunchAsync(service);
        IPEndPoint listen = FreePorts.Next();
        // No scraping and no telling of whatever else runs on this machine.
        _home.Write("prometheus.yml", "global: {scrape_interval: 15s}\n");
        await AlertmanagerConfig.WriteAsync(_home.Home, AlertmanagerConfig.Render(FreePorts.Next()), Cancellation);

        await using ChildProcess process = ChildProcess.Start(
            service, launch[0],
            [.. launch.Skip(1), .. ComposeFile.Command(service).Select(argument => Here(service, argument, listen))],
            _home.Home, TimeProvider.System);

        using HttpClient http = Loopback.Client();
        await process.ReadyOrStoppedAsync(
            token => Loopback.AnswersAsync(http, new Uri($"http://{listen}/{page}"), token), Long, Cancellation);
    }

    [Fact]
    public async Task Vmagent_takes_the_configuration_of_Prometheus_as_it_is()
    {
        string[] arguments = [.. ComposeFile.Command("vmagent").Select(argument => argument.Replace(
            "/etc/prometheus/", CommittedRules.Home + "/", StringComparison.Ordinal))];
        (int code, string errors) = await ToolRun.RunAsync(
            await VictoriaMetricsAsync("vmagent"), [.. arguments, "-dryRun"], _home.Root, _ => { }, Cancellation);
        Assert.True(code == 0, errors);
        Assert.Contains($"{CommittedRules.Home}/prometheus.yml", errors, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> LaunchAsync(string service) => service switch
    {
        "prometheus" => [(await PrometheusPackage.EnsureAsync(_home.Home, _ => { }, Cancellation)).Program],
        "alertmanager" => (await AlertmanagerPackage.EnsureAsync(_home.Home, _ => { }, Cancellation)).Launch,
        "node-exporter" => [await NodeExporter.EnsureAsync(_home.Home, _ => { }, Cancellation)],
        "victoriametrics" => [await VictoriaMetricsAsync("victoria-metrics")],
        _ => [await VictoriaMetricsAsync(service)],
    };

    private async Task<string> VictoriaMetricsAsync(string program) => Executables.Find(program) ?? Path.Combine(
        await new DebianPackage(_home.Home, _ => { }).EnsureAsync("victoria-metrics", [], Cancellation),
        "usr/bin", program);

    private string Here(string service, string argument, IPEndPoint listen)
    {
        if (argument.Contains("cluster", StringComparison.Ordinal))
            return argument;
        string here = Listen().Replace(argument, match => match.Groups[1].Value + listen);
        here = here.Replace("/etc/prometheus/", $"{_home.Root}/", StringComparison.Ordinal)
            .Replace("/etc/alertmanager/", $"{_home.Home.Run}/alertmanager/", StringComparison.Ordinal)
            .Replace("=/host", "=/", StringComparison.Ordinal);
        return Data().Replace(here, match => $"{match.Groups[1].Value}{_home.Root}/{service}-data");
    }

    [GeneratedRegex(@"^(--?\S*(?:listen-address|ListenAddr)=)\S*$")]
    private static partial Regex Listen();

    [GeneratedRegex("^(--?(?:storage|remoteWrite)\\S*[pP]ath=)/\\w+$")]
    private static partial Regex Data();
}
