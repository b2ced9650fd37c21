using Alys.Monitor.Drills;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Drills;

public sealed class PlayedPageTests
{
    [Fact]
    public async Task It_says_what_it_is_told_to_say()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using PlayedPage page = await PlayedPage.StartAsync("up 1\n", cancellation);
        using HttpClient http = Loopback.Client();
        Uri url = new($"http://{page.Address}/metrics");
        Assert.Equal("up 1\n", await http.GetStringAsync(url, cancellation));
        page.Replace("up 1", "up 0");
        Assert.Equal("up 0\n", await http.GetStringAsync(url, cancellation));
        Assert.Throws<ArgumentException>(() => page.Replace("up 1", "up 2"));
    }
}
