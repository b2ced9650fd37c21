using System.Text;
using System.Text.Json;
using Alys.Monitor.Alerting;

namespace Alys.Monitor.Tests.Alerting;

public sealed class WebhookMessageTests
{
    [Fact]
    public async Task The_alerts_of_a_message_are_read_in_order()
    {
        IReadOnlyList<AlertNotice> notices = await ReadAsync(
            """
            {"version":"4","status":"firing","receiver":"page","alerts":[
              {"status":"firing","labels":{"alertname":"A"},"annotations":{"summary":"s"},
               "startsAt":"2026-01-02T03:04:05Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"f1"},
              {"status":"resolved","labels":{"alertname":"B"},"annotations":{},
               "startsAt":"2026-01-02T03:04:06Z","endsAt":"2026-01-02T03:05:06Z","fingerprint":"f2"}]}
            """);
        Assert.Equal(["A", "B"], notices.Select(notice => notice.Labels["alertname"]));
        Assert.Equal([true, false], notices.Select(notice => notice.Firing));
        Assert.Equal(["f1", "f2"], notices.Select(notice => notice.Fingerprint));
        Assert.Equal("2026-01-02T03:04:05Z", notices[0].StartsAt);
        Assert.Equal("s", notices[0].Annotations["summary"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"alerts":{}}""")]
    [InlineData("""{"alerts":[{"status":"firing"}]}""")]
    [InlineData("""{"alerts":[{"status":1,"labels":{},"annotations":{},"startsAt":"","fingerprint":""}]}""")]
    [InlineData("""{"alerts":[{"status":"","labels":{"a":1},"annotations":{},"startsAt":"","fingerprint":""}]}""")]
    public async Task Anything_else_is_refused(string body) =>
        await Assert.ThrowsAnyAsync<JsonException>(() => ReadAsync(body));

    private static async Task<IReadOnlyList<AlertNotice>> ReadAsync(string body)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(body));
        return await WebhookMessage.ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
