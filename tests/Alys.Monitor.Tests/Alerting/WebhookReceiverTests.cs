using System.Net;
using System.Text;
using Alys.Monitor.Alerting;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Alerting;

public sealed class WebhookReceiverTests : IDisposable
{
    private const string Json = "application/json";

    private const string Message =
        """
        {"alerts":[{"status":"firing","labels":{"alertname":"A"},"annotations":{},"startsAt":"","fingerprint":"f"}]}
        """;

    private readonly HttpClient _http = Loopback.Client(Eventually.Patience);
    private readonly List<string> _said = [];

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task What_is_posted_to_it_is_said()
    {
        await using WebhookReceiver receiver = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(receiver, "alerts", Message, Json));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(receiver, "watchdog", Message, Json + "; charset=utf-8"));
        Assert.Equal(["FIRING A", "Watchdog arrived: alerts find their way here"], _said);
    }

    [Theory]
    [InlineData("alerts", "no message", Json, HttpStatusCode.BadRequest)]
    [InlineData("watchdog", "{}", Json, HttpStatusCode.BadRequest)]
    [InlineData("alerts", Message, "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", Message, Json, HttpStatusCode.NotFound)]
    public async Task What_Alertmanager_does_not_send_is_refused(
        string path, string body, string contentType, HttpStatusCode expected)
    {
        await using WebhookReceiver receiver = await StartAsync();
        Assert.Equal(expected, await PostAsync(receiver, path, body, contentType));
        Assert.Empty(_said);
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_refused_and_the_next_is_taken()
    {
        await using WebhookReceiver receiver = await StartAsync();
        string tooLong = Message + new string(' ', 5 << 20);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(receiver, "alerts", tooLong, Json));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(receiver, "alerts", Message, Json));
    }

    [Fact]
    public async Task A_question_is_not_answered()
    {
        await using WebhookReceiver receiver = await StartAsync();
        using HttpResponseMessage answer = await _http.GetAsync(
            new Uri($"http://{receiver.EndPoint}/alerts"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_meanwhile_names_the_option()
    {
        await using WebhookReceiver first = await StartAsync();
        UsageException refused = await Assert.ThrowsAsync<UsageException>(() => StartAsync(first.EndPoint));
        Assert.Contains("--webhook-port", refused.Message, StringComparison.Ordinal);
    }

    private Task<WebhookReceiver> StartAsync(IPEndPoint? listen = null) => WebhookReceiver.StartAsync(
        listen ?? Loopback.At(0), new NoticeBoard(_said.Add, 10), TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> PostAsync(
        WebhookReceiver receiver, string path, string body, string contentType)
    {
        using StringContent content = new(body, Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        // Whoever is refused for its length alone is told before it has sent it.
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"http://{receiver.EndPoint}/{path}"));
        request.Content = content;
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
