using System.Text;
using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class JsonRpcAnswersTests
{
    [Fact]
    public void Answers_are_matched_by_id_in_any_order()
    {
        using JsonRpcAnswers answers = Parse(
            """[{"id":3,"result":"c"},{"id":1,"result":"a"},{"id":2,"error":{"code":-1,"message":"b"}}]""", calls: 3);
        Assert.Equal("a", answers[0].Result.GetString());
        Assert.Equal(new JsonRpcError(-1, "b"), answers[1].Error);
        Assert.Equal("c", answers[2].Result.GetString());
        Assert.Null(answers[2].Error);
    }

    [Fact]
    public void Answers_to_calls_that_were_not_made_are_ignored()
    {
        using JsonRpcAnswers answers = Parse(
            """
            [{"id":0,"result":0},{"id":2,"result":0},{"id":"1","result":0},{"id":99999999999,"result":0},
             {"result":0},{"id":1,"result":true,"error":null}]
            """, calls: 1);
        Assert.True(answers[0].Result.GetBoolean());
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<html>502 Bad Gateway</html>")]
    [InlineData("""[{"id":1,"result":false""")]
    [InlineData("""[{"id":1,"result":false}] more""")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void What_is_not_json_is_said_to_be_none(string body) => Refuses(CollectorFailure.InvalidJson, body);

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"id":1,"result":false}""")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("""[{"id":1}]""")]
    [InlineData("""[{"id":2,"result":false}]""")]
    [InlineData("""[{"id":1,"result":false},{"id":1,"result":true}]""")]
    [InlineData("""[{"id":2,"error":{"code":-32005,"message":"to another call"}}]""")]
    [InlineData("""[{"id":"1","error":{"code":-32600,"message":"to another call"}}]""")]
    public void What_is_no_answer_to_the_batch_is_refused(string body) =>
        Refuses(CollectorFailure.InvalidResponse, body);

    [Theory]
    [InlineData("""{"id":null,"error":{"code":-32600,"message":"batches are off"}}""")]
    [InlineData("""[{"id":null,"error":{"code":-32005,"message":"batches are off"}}]""")]
    [InlineData("""[{"error":{"code":-32005,"message":"batches are off"}}]""")]
    public void An_error_for_the_whole_batch_is_told_in_the_nodes_words(string body) => Assert.Contains(
        "batches are off", Refuses(CollectorFailure.RpcError, body).Message, StringComparison.Ordinal);

    [Fact]
    public void An_error_that_geth_puts_on_the_first_call_of_a_batch_speaks_for_all()
    {
        var e = Assert.Throws<CollectorException>(() => Parse(
            """[{"id":1,"error":{"code":-32600,"message":"batch too large"}}]""", calls: 2));
        Assert.Equal(CollectorFailure.RpcError, e.Reason);
        Assert.Contains("batch too large", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_text_is_refused()
    {
        Refuses(CollectorFailure.InvalidJson, """[{"id":1,"error":{"code":1,"message":"\ud800"}}]""");
        byte[] latin1 = Encoding.Latin1.GetBytes("""[{"id":1,"error":{"code":1,"message":"é"}}]""");
        var e = Assert.Throws<CollectorException>(() => JsonRpcAnswers.Parse(latin1, 1, "http://node"));
        Assert.Equal(CollectorFailure.InvalidJson, e.Reason);
    }

    private static CollectorException Refuses(CollectorFailure reason, string body)
    {
        var e = Assert.Throws<CollectorException>(() => Parse(body, calls: 1));
        Assert.Equal(reason, e.Reason);
        Assert.StartsWith("http://node ", e.Message, StringComparison.Ordinal);
        return e;
    }

    private static JsonRpcAnswers Parse(string body, int calls) =>
        JsonRpcAnswers.Parse(Encoding.UTF8.GetBytes(body), calls, "http://node");
}
