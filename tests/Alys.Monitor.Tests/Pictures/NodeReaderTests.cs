using Alys.Monitor.Faults;
using Alys.Monitor.Pictures;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Pictures;

public sealed class NodeReaderTests : IDisposable
{
    private readonly HttpClient _http = Loopback.Client();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task It_asks_for_what_is_shown_only_and_for_the_faults_that_are_on()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        node.Page = "alys_sync_current_height 7\n";
        await new NodeFaults(_http, node.Url).StartAsync("peers-gone", TimeSpan.FromSeconds(9), Cancellation);

        NodeView view = await new NodeReader(_http, node.Endpoint, node.Endpoint).ReadAsync(Cancellation);

        Assert.Equal(7, view.Page!["alys_sync_current_height"]);
        Assert.Equal("peers-gone", Assert.Single(view.Faults).Name);
        Assert.Equal("?" + string.Join('&', PairStatus.Families.Select(name => $"name[]={name}")), node.Query);
    }

    [Fact]
    public async Task A_node_that_does_not_answer_is_no_failure()
    {
        NodeView view = await new NodeReader(_http, FreePorts.Next(), FreePorts.Next()).ReadAsync(Cancellation);
        Assert.Null(view.Page);
        Assert.Empty(view.Faults);
    }

    [Fact]
    public async Task A_node_whose_faults_do_not_answer_still_shows_its_page()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        NodeView view = await new NodeReader(_http, node.Endpoint, FreePorts.Next()).ReadAsync(Cancellation);
        Assert.NotNull(view.Page);
        Assert.Empty(view.Faults);
    }
}
