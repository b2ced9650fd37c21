using Alys.Checks.Documents;
using Alys.Checks.Shapes;

namespace Alys.Checks.Routes;

/// <summary>The settings of Alertmanager's configuration. What is in a receiver's own settings is left to
/// <c>amtool</c>.</summary>
/// <remarks><b>Source:</b> "Configuration" of the documentation of Alertmanager 0.25, and what came until 0.28.
/// </remarks>
internal static class AlertmanagerShape
{
    private const string OfReceiver = "_configs";

    private static readonly string[] Receivers =
    [
        "discord", "email", "incidentio", "jira", "mattermost", "msteams", "msteamsv2", "opsgenie", "pagerduty",
        "pushover", "rocketchat", "slack", "sns", "telegram", "victorops", "webex", "webhook", "wechat",
    ];

    private static readonly string[] Global =
    [
        "http_config", "jira_api_url", "mattermost_webhook_url", "mattermost_webhook_url_file", "opsgenie_api_key",
        "opsgenie_api_key_file", "opsgenie_api_url", "pagerduty_url", "rocketchat_api_url", "rocketchat_token",
        "rocketchat_token_file", "rocketchat_token_id", "rocketchat_token_id_file", "slack_api_url",
        "slack_api_url_file", "slack_app_token", "slack_app_token_file", "slack_app_url", "smtp_auth_identity",
        "smtp_auth_password", "smtp_auth_password_file", "smtp_auth_secret", "smtp_auth_secret_file",
        "smtp_auth_username", "smtp_force_implicit_tls", "smtp_from", "smtp_hello", "smtp_smarthost",
        "smtp_tls_config", "telegram_api_url", "telegram_bot_token", "telegram_bot_token_file", "victorops_api_key",
        "victorops_api_key_file", "victorops_api_url", "webex_api_url", "wechat_api_corp_id", "wechat_api_secret",
        "wechat_api_secret_file", "wechat_api_url",
    ];

    private static readonly ListShape Texts = new(Shape.Text, "an item");
    private static readonly ListShape Matchers = new(new MatcherShape(), "a matcher");
    private static readonly LabelsShape Labels = new();

    private static readonly MapShape Route = new("a route", new Dictionary<string, Shape>
    {
        ["receiver"] = Shape.Text,
        ["group_by"] = Texts,
        ["continue"] = Shape.Truth,
        ["match"] = Labels,
        ["match_re"] = Labels,
        ["matchers"] = Matchers,
        ["group_wait"] = Shape.Duration,
        ["group_interval"] = Shape.Duration,
        ["repeat_interval"] = Shape.Duration,
        ["mute_time_intervals"] = Texts,
        ["active_time_intervals"] = Texts,
        ["routes"] = new ListShape(() => Route!, "a route"),
    });

    private static readonly MapShape Inhibition = new("an inhibition", new Dictionary<string, Shape>
    {
        ["name"] = Shape.Text,
        ["source_match"] = Labels,
        ["source_match_re"] = Labels,
        ["source_matchers"] = Matchers,
        ["target_match"] = Labels,
        ["target_match_re"] = Labels,
        ["target_matchers"] = Matchers,
        ["equal"] = Texts,
    });

    private static readonly MapShape Receiver = new("a receiver", Receivers
        .ToDictionary(kind => kind + OfReceiver, _ => (Shape)new ListShape(Shape.Any, "a receiver"))
        .Append(new("name", Shape.Text)).ToDictionary());

    private static readonly ListShape Intervals = new(
        new MapShape("a time interval", new Dictionary<string, Shape>
        {
            ["name"] = Shape.Text,
            ["time_intervals"] = new ListShape(Shape.Any, "a time"),
        }),
        "a time interval");

    /// <summary>All of it.</summary>
    public static Shape Whole { get; } = new MapShape("Alertmanager", new Dictionary<string, Shape>
    {
        ["global"] = new MapShape("global", Global.ToDictionary(name => name, _ => Shape.Any)
            .Append(new("resolve_timeout", Shape.Duration)).Append(new("smtp_require_tls", Shape.Truth))
            .ToDictionary()),
        ["templates"] = Texts,
        ["route"] = Route,
        ["inhibit_rules"] = new ListShape(Inhibition, "an inhibition"),
        ["receivers"] = new ListShape(Receiver, "a receiver"),
        ["mute_time_intervals"] = Intervals,
        ["time_intervals"] = Intervals,
        ["tracing"] = Shape.Any,
    });

    private sealed class MatcherShape : Shape
    {
        protected override IEnumerable<ShapeError> FindIn(DocumentNode node, string name)
        {
            string? error = node is ScalarNode text ? RouteMatcher.FindError(text) : "a matcher is a text";
            return error is null ? [] : [new ShapeError(node, error, "Write it such as severity=\"critical\".")];
        }
    }
}
