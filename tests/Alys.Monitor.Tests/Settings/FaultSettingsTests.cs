using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class FaultSettingsTests
{
    [Fact]
    public void By_default_a_fault_lasts_thirty_seconds_in_v2()
    {
        FaultSettings settings = Read("peers-gone");
        Assert.Equal("peers-gone", settings.Name);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.Duration);
        Assert.Equal(new Uri("http://127.0.0.1:9012"), settings.Node);
        Assert.False(settings.Stop);
    }

    [Theory]
    [InlineData("v1", "http://127.0.0.1:9011")]
    [InlineData("v2", "http://127.0.0.1:9012")]
    [InlineData("http://127.0.0.1:7", "http://127.0.0.1:7")]
    public void A_node_is_named_or_given_by_its_url(string node, string url) =>
        Assert.Equal(new Uri(url), Read(null, "--node", node).Node);

    [Fact]
    public void A_fault_can_last_longer_or_be_ended()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), Read("a", "--for", "5m").Duration);
        Assert.True(Read("a", "--stop").Stop);
    }

    [Theory]
    [InlineData("--for: '500ms' is out of range", "a", "--for", "500ms")]
    [InlineData("--for: '2h' is out of range", "a", "--for", "2h")]
    [InlineData("--node: 'v3'", "a", "--node", "v3")]
    [InlineData("--for, --stop", "a", "--for", "5s", "--stop")]
    [InlineData("--stop needs the NAME", null, "--stop")]
    [InlineData("--for needs the NAME", null, "--for", "5s")]
    public void Bad_use_is_said_by_name(string named, string? name, params string[] arguments) => Assert.Contains(
        named, Assert.Throws<UsageException>(() => Read(name, arguments)).Message, StringComparison.Ordinal);

    private static FaultSettings Read(string? name, params string[] arguments) =>
        FaultSettings.Read(name, Given.Values(FaultSettings.All, arguments));
}
