using Alys.Monitor.Rules;

namespace Alys.Monitor.Tests.Rules;

public sealed class RuleTemplatesTests
{
    [Fact]
    public void Settings_are_lines_of_name_and_value_with_comments() => Assert.Equal(
        [new("slot_seconds", "5"), new("jobs", "a|b"), new("base", "http://x/#y")],
        RuleTemplates.ReadSettings("# of the chain\nslot_seconds: 5  # five\n\njobs: a|b\nbase: http://x/#y\n", "s"));

    [Theory]
    [InlineData("a 5", "s.yml:1 is no setting: write 'name: value'")]
    [InlineData("a: 1\na: 2", "s.yml:2 gives a a second time")]
    public void What_is_no_setting_is_named_with_its_line(string text, string message) => Assert.Equal(
        message, Assert.Throws<UsageException>(() => RuleTemplates.ReadSettings(text, "s.yml")).Message);

    [Fact]
    public void Placeholders_are_replaced_and_the_templates_of_Prometheus_stay()
    {
        IReadOnlyDictionary<string, string> rules = Render("x > @slot@ {{ $value }} a@b", ("slot", "5"));
        Assert.EndsWith("\nx > 5 {{ $value }} a@b", rules["a.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_faster_clock_every_time_is_shorter_and_the_rule_is_the_same()
    {
        IReadOnlyDictionary<string, string> rules = RuleTemplates.Render(
            new Dictionary<string, string>
            {
                ["a.yml"] = "age > @slot_seconds@ and x[@halted@] and x[5m] > @600s@",
            },
            new Dictionary<string, string> { ["slot_seconds"] = "5s", ["halted"] = "2m" }, 10);
        Assert.EndsWith("\nage > 0.5 and x[12s] and x[30s] > 60", rules["a.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_is_missing_or_that_nobody_uses_is_named()
    {
        Assert.Equal(
            "templates/a.yml wants @slot@, and there is no such setting",
            Assert.Throws<UsageException>(() => Render("@slot@")).Message);
        Assert.Equal(
            "no template uses the setting(s) slot",
            Assert.Throws<UsageException>(() => Render("x", ("slot", "5"))).Message);
    }

    private static IReadOnlyDictionary<string, string> Render(
        string template, params (string Name, string Value)[] settings) => RuleTemplates.Render(
        new Dictionary<string, string> { ["a.yml"] = template },
        settings.ToDictionary(setting => setting.Name, setting => setting.Value));
}
