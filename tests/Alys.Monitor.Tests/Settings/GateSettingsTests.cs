using Alys.Metrics.Node;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class GateSettingsTests
{
    [Fact]
    public void By_default_the_migrating_node_of_this_machine_is_judged_by_ten_minutes()
    {
        GateSettings settings = Read("1");
        Assert.Equal(MigrationPhase.ActorCore, settings.Phase);
        Assert.Equal(new Uri("http://127.0.0.1:9090"), settings.Prometheus);
        Assert.Equal("job=\"alys-migration\"", settings.Selector);
        Assert.Equal(TimeSpan.FromMinutes(10), settings.Window);
        Assert.Equal(TimeSpan.FromSeconds(45), settings.MaxAge);
        Assert.False(settings.Complete);
        Assert.False(settings.Json);
    }

    [Fact]
    public void A_name_goes_into_the_query_as_a_text() => Assert.Equal(
        "job=\"a\\\"b\\\\\", instance=\"c\"", Read("1", "--job", "a\"b\\", "--instance", "c").Selector);

    [Theory]
    [InlineData("there is no phase 'eleven': give 0 to 10 or one of foundation, actor_core", "eleven")]
    [InlineData("--prometheus: 'here' is no http or https URL, like http://127.0.0.1:9090",
        "1", "--prometheus", "here")]
    [InlineData("--window: '5s' is out of range", "1", "--window", "5s")]
    [InlineData("--max-age: '1h' is out of range", "1", "--max-age", "1h")]
    public void Bad_use_is_said_by_name(string named, string phase, params string[] arguments) => Assert.Contains(
        named, Assert.Throws<UsageException>(() => Read(phase, arguments)).Message, StringComparison.Ordinal);

    private static GateSettings Read(string phase, params string[] arguments) =>
        GateSettings.Read(phase, Given.Values(GateSettings.All, arguments));
}
