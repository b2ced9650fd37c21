using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>Each misuse of the command line is one clear line and exit code 2.</summary>
public sealed class MisuseTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    public static readonly TheoryData<string, string> Misuses = new()
    {
        { "wacth", "wacth" },
        { "watch --rpc not-a-url", "not-a-url" },
        { "watch --rpc ftp://127.0.0.1", "ftp" },
        { "watch --pid 4194305", "4194305" },
        { "watch --pid minus", "minus" },
        { "watch --pid 1 --process-name geth", "--process-name" },
        { "watch --interval 5", "--interval" },
        { "watch --interval 0s", "--interval" },
        { "watch --listen nonsense", "nonsense" },
        { "watch --data-dir {home}/none", "none" },
        { "watch --config {home}/none.json", "none.json" },
        { "watch --config {home}/broken.json", "broken.json" },
        { "watch --config {home}/unknown.json", "intervall" },
        { "watch --unknown", "--unknown" },
        { "up --prometheus-port 99999", "99999" },
        { "up --rpc nonsense", "nonsense" },
        { "up --anvil --rpc http://127.0.0.1:1", "--anvil" },
        { "up --anvil --seed 2", "--seed" },
        { "up --process-name geth", "--process-name" },
        { "up --phase-time 5", "--phase-time" },
        { "up --migration-port 9001", "9001" },
        { "fault --stop", "--stop" },
        { "fault crash --for 5s --stop", "--for" },
        { "fault crash --for forever", "forever" },
        { "fault crash --node v3", "v3" },
        { "fault crash too", "too" },
    };

    public void Dispose() => _home.Dispose();

    [Theory]
    [MemberData(nameof(Misuses))]
    public async Task A_misuse_is_one_line_that_names_it_and_exit_code_2(string commandLine, string named)
    {
        _home.Write("broken.json", "{ \"interval\": ");
        _home.Write("unknown.json", "{ \"intervall\": \"5s\" }");
        string[] arguments = commandLine.Replace("{home}", _home.Root, StringComparison.Ordinal).Split(' ');

        (int code, string output, string errors) = await MonitorProcess.RunAsync(arguments);

        Assert.Equal(2, code);
        string line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [Fact]
    public async Task A_taken_port_says_which_and_by_what_and_how_to_choose_another()
    {
        await using WatchedChain first = await WatchedChain.StartAsync();

        (int code, _, string errors) = await MonitorProcess.RunAsync("watch", "--listen", first.Endpoint.ToString());

        Assert.Equal(2, code);
        string line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"{first.Endpoint.Port}", line, StringComparison.Ordinal);
        Assert.Contains($"{first.Monitor.Pid}", line, StringComparison.Ordinal);
        Assert.Contains("--listen", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_config_file_that_may_not_be_read_is_one_line()
    {
        string folder = _home.PathOf("folder.json");
        Directory.CreateDirectory(folder);

        (int code, _, string errors) = await MonitorProcess.RunAsync("watch", "--config", folder);

        Assert.Equal(2, code);
        Assert.Contains("folder.json", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }
}
