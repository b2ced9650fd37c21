using System.Globalization;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class MonitorSettingsTests
{
    [Fact]
    public void Nothing_given_means_this_machine_alone_every_five_seconds_on_loopback()
    {
        MonitorSettings settings = Read();
        Assert.Equal("127.0.0.1:9001", settings.Listen.ToString());
        Assert.Equal(TimeSpan.FromSeconds(5), settings.Interval);
        Assert.Null(settings.Rpc);
        Assert.False(settings.WatchesProcess);
        Assert.Equal("this machine", settings.ToString());
    }

    [Fact]
    public void What_is_given_is_what_is_watched()
    {
        string pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        MonitorSettings settings = Read("--rpc", "http://127.0.0.1:8545", "--pid", pid, "--interval", "250ms");
        Assert.Equal(new Uri("http://127.0.0.1:8545"), settings.Rpc);
        Assert.Equal(Environment.ProcessId, settings.Pid);
        Assert.Equal(TimeSpan.FromMilliseconds(250), settings.Interval);
        Assert.Equal($"node http://127.0.0.1:8545, process {pid}, this machine", settings.ToString());
    }

    [Fact]
    public void A_process_may_be_named_before_it_runs()
    {
        Assert.Equal("not-there-yet", Read("--process-name", "not-there-yet").ProcessName);
        Assert.Equal(Path.GetFullPath("not-there-yet.pid"), Read("--pid-file", "not-there-yet.pid").PidFile);
    }

    [Fact]
    public void Secrets_of_a_url_are_not_shown()
    {
        string shown = Read("--rpc", "https://user:secret@node.example:8545/v1/key").ToString();
        Assert.Equal("node https://node.example:8545, this machine", shown);
    }

    [Theory]
    [InlineData("0.0.0.0:9001", "http://127.0.0.1:9001/metrics")]
    [InlineData("[::]:9001", "http://[::1]:9001/metrics")]
    [InlineData("127.0.0.2:9001", "http://127.0.0.2:9001/metrics")]
    public void Pages_have_an_address_that_this_machine_reaches(string listen, string page) =>
        Assert.Equal(new Uri(page), Read("--listen", listen).PageUrl("metrics"));

    [Theory]
    [InlineData("--pid", "2147483647", "no running process")]
    [InlineData("--pid", "abc", "no whole number")]
    [InlineData("--interval", "99ms", "100ms to 3600s")]
    [InlineData("--interval", "2h", "100ms to 3600s")]
    public void A_wrong_value_is_refused_with_the_reason(string option, string value, string reason)
    {
        UsageException refused = Assert.Throws<UsageException>(() => Read(option, value));
        Assert.StartsWith($"{option}: '{value}' ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static MonitorSettings Read(params string[] arguments) =>
        MonitorSettings.Read(Given.Values(MonitorSettings.All, arguments));
}
