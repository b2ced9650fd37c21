using System.Text.Json;
using Alys.Monitor.Gates;
using Alys.Monitor.Settings;
using Alys.Monitor.Tests.Settings;

namespace Alys.Monitor.Tests.Gates;

public sealed class GateTableTests
{
    private static readonly GateSettings Settings =
        GateSettings.Read("2", Given.Values(GateSettings.All));

    private static readonly GateResult Fine = Of("node", 1, GateComparison.Equals, 1);
    private static readonly GateResult Broken = Of("alerts", 2, GateComparison.AtMost, 0, "NoAuxPow, TargetDown");
    private static readonly GateResult Missing = Of("compared", null, GateComparison.AtLeast, 1);

    [Fact]
    public void Each_condition_has_a_line_with_value_threshold_and_verdict() => Assert.Equal(
        """
        ok       node      what it is          1  = 1
        HOLD     alerts    what it is          2  <= 0      NoAuxPow, TargetDown
        unknown  compared  what it is       none  >= 1      not there
        HOLD: phase sync (2) must not go on, because of alerts.
        """,
        GateTable.ToText(Settings, [Fine, Broken, Missing]));

    [Fact]
    public void The_last_line_says_that_it_may_go_on() => Assert.EndsWith(
        "\nPROCEED: all 2 conditions hold in phase sync (2).",
        GateTable.ToText(Settings, [Fine, Fine]), StringComparison.Ordinal);

    [Fact]
    public void The_last_line_says_what_is_missing() => Assert.EndsWith(
        "\nCANNOT TELL whether phase sync (2) may go on: there is nothing to judge compared by.",
        GateTable.ToText(Settings, [Fine, Missing]), StringComparison.Ordinal);

    [Fact]
    public void Of_data_that_is_too_old_it_is_said_how_old()
    {
        GateResult old = new(
            new GateCondition("data", "seconds since", "up", GateComparison.AtMost, 45, "none", TooFar: true),
            100.5, "");
        Assert.StartsWith(
            "unknown  data  seconds since      100.5  <= 45     it is 100.5 s old: is the node still scraped?\n",
            GateTable.ToText(Settings, [old]), StringComparison.Ordinal);
        Assert.DoesNotContain(
            " s old", GateTable.ToText(Settings, [old with { Value = 40 }]), StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_same_when_nothing_could_be_asked()
    {
        using JsonDocument json = JsonDocument.Parse(GateTable.ToJson(Settings, "nobody answers"));
        Assert.Equal("sync", json.RootElement.GetProperty("phase").GetString());
        Assert.Equal("unknown", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(
            "CANNOT TELL whether phase sync (2) may go on: nobody answers.",
            json.RootElement.GetProperty("reason").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("conditions").GetArrayLength());
    }

    [Fact]
    public void Programs_get_the_same_as_json()
    {
        using JsonDocument json = JsonDocument.Parse(GateTable.ToJson(Settings, [Fine, Broken, Missing]));
        Assert.Equal("sync", json.RootElement.GetProperty("phase").GetString());
        Assert.Equal("HOLD", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(
            "HOLD: phase sync (2) must not go on, because of alerts.",
            json.RootElement.GetProperty("reason").GetString());
        JsonElement[] conditions = [.. json.RootElement.GetProperty("conditions").EnumerateArray()];
        Assert.Equal(["ok", "HOLD", "unknown"], conditions.Select(one => one.GetProperty("verdict").GetString()));
        Assert.Equal(2, conditions[1].GetProperty("value").GetDouble());
        Assert.Equal(JsonValueKind.Null, conditions[2].GetProperty("value").ValueKind);
    }

    private static GateResult Of(
        string name, double? value, GateComparison comparison, double threshold, string note = "") =>
        new(new GateCondition(name, "what it is", "up", comparison, threshold, "not there"), value, note);
}
