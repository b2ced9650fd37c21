using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Rules;

/// <summary>The burn rates are those of the SRE workbook for 30 days: a page when 2 % of the budget go in an hour or
/// 5 % in six, a ticket when 10 % go in three days.</summary>
public sealed partial class BurnRateTests
{
    private static readonly string[] Page = ["1h 14.4", "5m 14.4", "6h 6", "30m 6"];
    private static readonly string[] Ticket = ["1d 3", "2h 3", "3d 1", "6h 1"];

    public static TheoryData<string, string, string> Goals => new()
    {
        { "BlockProduction", "instance:slot_errors", "slot_error_budget" },
        { "RpcAvailability", "instance:rpc_errors", "rpc_error_budget" },
        { "RpcLatency", "instance:rpc_slow", "rpc_slow_budget" },
    };

    private static IEnumerable<RuleText> Rules => CommittedRules.Names("templates")
        .SelectMany(name => RuleFileText.Read(name, CommittedRules.Text("templates/" + name)).Rules);

    [Theory]
    [MemberData(nameof(Goals))]
    public void A_goal_has_the_windows_and_factors_of_page_and_ticket(string alert, string level, string setting)
    {
        Assert.Equal(Page, Windows($"{alert}BurnPage", level, setting));
        Assert.Equal(Ticket, Windows($"{alert}BurnTicket", level, setting));
    }

    [Theory]
    [MemberData(nameof(Goals))]
    public void Every_window_is_recorded_over_its_own_time(string alert, string level, string setting)
    {
        Assert.NotEmpty(alert + setting);
        Assert.All([.. Page, .. Ticket], window =>
        {
            string time = window.Split(' ')[0];
            RuleText rule = Assert.Single(Rules, rule => rule.Name == $"{level}:ratio_rate{time}");
            Assert.Equal([time, time], Range().Matches(rule.Expression).Select(range => range.Groups["time"].Value));
        });
    }

    private static IEnumerable<string> Windows(string alert, string level, string setting)
    {
        string expression = Rules.Single(rule => rule.Name == alert).Expression;
        return Regex.Matches(expression, $@"{level}:ratio_rate(?<time>\w+) > (?:(?<factor>[\d.]+) \* )?@{setting}@")
            .Select(window =>
                $"{window.Groups["time"].Value} {(window.Groups["factor"].Success ? window.Groups["factor"] : "1")}");
    }

    [GeneratedRegex(@"\[(?<time>\w+)\]")]
    private static partial Regex Range();
}
