using Alys.Monitor.Settings;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Commands;

public sealed class WatchCommandTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly TemporaryHome _folder = new();

    [Fact]
    public async Task Help_names_every_setting()
    {
        (_, string output, _) = await MonitorProcess.RunAsync("watch", "--help");
        Assert.All(
            MonitorSettings.All, setting => Assert.Contains(setting.OptionName, output, StringComparison.Ordinal));
        Assert.Contains("--config", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_line_says_what_is_watched_and_where_to_look()
    {
        string url = $"http://{FreePorts.Next()}";
        await using MonitorProcess watch = MonitorProcess.Start(
            "watch", "--interval", "2s", "--config",
            Config($$"""{ "listen": "{{url[7..]}}", "process-name": "sleep", "interval": "1m" }"""));
        await watch.OutputHoldsAsync("/ready", Long);
        string first = watch.Output.Split('\n')[0];
        Assert.EndsWith(
            $"info: Watching process sleep, this machine every 2s; {url}/metrics {url}/health {url}/ready",
            first,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listening_beyond_this_machine_is_said()
    {
        string listen = $"0.0.0.0:{FreePorts.Next().Port}";
        await using MonitorProcess watch = MonitorProcess.Start("watch", "--listen", listen);
        await watch.OutputHoldsAsync($"(open to other machines on {listen})", Long);
    }

    public void Dispose() => _folder.Dispose();

    private string Config(string json) => _folder.Write("config.json", json);
}
