using System.Globalization;
using System.Text.Json;
using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Node;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class JsonRpcClientTests : IAsyncLifetime
{
    private const int MaxBytes = 10 * 1024 * 1024;
    private const string Answer = """[{"jsonrpc":"2.0","id":1,"result":false}]""";
    private static readonly JsonRpcRequest[] Batch = [new("eth_syncing")];

    private readonly FakeTimeProvider _clock = new();
    private LoopbackServer _server = null!;
    private JsonRpcClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _client = Client(_server.Url);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_batch_is_one_post_of_json_with_ids_from_one()
    {
        string? body = null;
        _server.Answer = (context, text) =>
        {
            body = text;
            return context.Response.WriteAsync("""[{"id":2,"result":2},{"id":1,"result":1}]""");
        };
        JsonRpcRequest[] batch = [new("eth_syncing"), new("eth_getBlockByNumber", """["latest",false]""")];
        using JsonRpcAnswers answers = await _client.CallAsync(batch, Cancellation);

        Assert.Equal(1, answers[0].Result.GetInt32());
        Assert.Equal("application/json", _server.Headers.ContentType);
        Assert.Equal(1, _server.Requests);
        Assert.Equal(
            """[{"jsonrpc":"2.0","id":1,"method":"eth_syncing","params":[]},"""
            + """{"jsonrpc":"2.0","id":2,"method":"eth_getBlockByNumber","params":["latest",false]}]""",
            body);
    }

    [Fact]
    public async Task User_and_password_go_into_a_header_and_into_no_message()
    {
        _server.AnswerStatus(401);
        var url = new UriBuilder(_server.Url) { UserName = "alys", Password = "s3cret" };
        using JsonRpcClient client = Client(url.Uri);
        var e = await Assert.ThrowsAsync<CollectorException>(() => client.CallAsync(Batch, Cancellation));
        Assert.Equal("Basic YWx5czpzM2NyZXQ=", _server.Headers.Authorization);
        Assert.Equal(CollectorFailure.HttpStatus, e.Reason);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(308)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Another_status_than_200_is_told(int status)
    {
        _server.AnswerStatus(status);
        Assert.Contains(
            status.ToString(CultureInfo.InvariantCulture), await FailsAsync(CollectorFailure.HttpStatus),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_hangs_times_out()
    {
        _server.Hang();
        Task<string> failing = FailsAsync(CollectorFailure.Timeout);
        await Until(() => _server.Requests == 1);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Contains("within 3 s", await failing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_hangs_in_the_middle_of_an_answer_times_out()
    {
        var begun = new TaskCompletionSource();
        _server.Answer = async (context, _) =>
        {
            await context.Response.WriteAsync(Answer[..10]);
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        Task<string> failing = FailsAsync(CollectorFailure.Timeout);
        await begun.Task;
        _clock.Advance(TimeSpan.FromSeconds(3));
        await failing;
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so()
    {
        _server.Hang();
        using var giveUp = new CancellationTokenSource();
        Task<JsonRpcAnswers> calling = _client.CallAsync(Batch, giveUp.Token);
        await Until(() => _server.Requests == 1);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_told()
    {
        _server.BreakOff(Answer);
        Assert.Contains(
            "in the middle", await FailsAsync(CollectorFailure.Connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_told_with_what_to_do()
    {
        var url = _server.Url;
        await _server.DisposeAsync();
        string message = await FailsAsync(CollectorFailure.Connection);
        Assert.Contains($"http://127.0.0.1:{url.Port} ", message, StringComparison.Ordinal);
        Assert.Contains("start the node", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_up_to_the_limit_are_read()
    {
        _server.AnswerText(Answer + new string(' ', MaxBytes - Answer.Length));
        using JsonRpcAnswers answers = await _client.CallAsync(Batch, Cancellation);
        Assert.Equal(JsonValueKind.False, answers[0].Result.ValueKind);
    }

    [Fact]
    public async Task An_answer_over_the_limit_is_not_read_to_its_end()
    {
        _server.Flood(long.MaxValue);
        Assert.Contains("10485760", await FailsAsync(CollectorFailure.TooLarge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_announces_to_be_over_the_limit_is_not_read()
    {
        _server.Answer = (context, _) =>
        {
            context.Response.ContentLength = MaxBytes + 1;
            return context.Response.WriteAsync(Answer);
        };
        await FailsAsync(CollectorFailure.TooLarge);
    }

    [Fact]
    public async Task An_answer_that_is_cut_short_is_no_json()
    {
        _server.AnswerText(Answer[..^5]);
        await FailsAsync(CollectorFailure.InvalidJson);
    }

    [Fact]
    public async Task After_a_failure_the_next_call_works()
    {
        _server.BreakOff("x");
        await FailsAsync(CollectorFailure.Connection);
        _server.AnswerText(Answer);
        using JsonRpcAnswers answers = await _client.CallAsync(Batch, Cancellation);
        Assert.Equal(JsonValueKind.False, answers[0].Result.ValueKind);
    }

    private JsonRpcClient Client(Uri url) => new(new NodeEndpoint(url), MaxBytes, TimeSpan.FromSeconds(3), _clock);

    private async Task<string> FailsAsync(CollectorFailure reason)
    {
        var e = await Assert.ThrowsAsync<CollectorException>(() => _client.CallAsync(Batch, Cancellation));
        Assert.Equal(reason, e.Reason);
        return e.Message;
    }

    private static async Task Until(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, deadline.Token);
    }
}
