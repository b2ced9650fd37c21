using System.Net;
using System.Net.Sockets;
using System.Text;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class LoopbackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("200 OK", true)]
    [InlineData("404 Not Found", true)]
    [InlineData("503 Service Unavailable", false)]
    public async Task Any_answer_but_not_yet_is_one(string status, bool answers)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using HttpClient http = Loopback.Client();
        Task<bool> asked = Loopback.AnswersAsync(http, new Uri($"http://{listener.LocalEndpoint}"), Cancellation);
        using TcpClient client = await listener.AcceptTcpClientAsync(Cancellation);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            Cancellation);
        Assert.Equal(answers, await asked);
    }

    [Fact]
    public async Task Nobody_there_is_no_answer()
    {
        using HttpClient http = Loopback.Client();
        Assert.False(await Loopback.AnswersAsync(http, new Uri($"http://{FreePorts.Next()}"), Cancellation));
    }
}
