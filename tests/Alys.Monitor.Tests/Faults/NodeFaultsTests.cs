using System.Net;
using System.Net.Sockets;
using Alys.Monitor.Faults;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Faults;

public sealed class NodeFaultsTests : IDisposable
{
    private readonly HttpClient _http = Loopback.Client();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_fault_begins_is_listed_and_ends()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        NodeFaults faults = new(_http, node.Url);

        FaultState? begun = await faults.StartAsync("peers-gone", TimeSpan.FromSeconds(60), Cancellation);
        Assert.Equal(new FaultState("peers-gone", "All peers leave.", true, 60), begun);
        Assert.Equal([true, false], (await faults.ListAsync(Cancellation)).Select(fault => fault.Active));

        Assert.False((await faults.StopAsync("peers-gone", Cancellation))!.Active);
        Assert.DoesNotContain(await faults.ListAsync(Cancellation), fault => fault.Active);
    }

    [Fact]
    public async Task A_part_of_a_second_is_rounded_up_because_the_node_counts_whole_ones()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        FaultState? begun = await new NodeFaults(_http, node.Url)
            .StartAsync("peers-gone", TimeSpan.FromMilliseconds(1500), Cancellation);
        Assert.Equal(2, begun!.SecondsLeft);
    }

    [Fact]
    public async Task An_unknown_name_is_none_whatever_is_in_it()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        NodeFaults faults = new(_http, node.Url);
        Assert.Null(await faults.StartAsync("../?x=#", TimeSpan.FromSeconds(1), Cancellation));
        Assert.Null(await faults.StopAsync("none", Cancellation));
    }

    [Fact]
    public async Task What_the_node_refuses_is_bad_use_in_its_words()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        UsageException refused = await Assert.ThrowsAsync<UsageException>(
            () => new NodeFaults(_http, node.Url).StartAsync("peers-gone", TimeSpan.FromHours(2), Cancellation));
        Assert.Equal("seconds must be from 1 to 3600", refused.Message);
    }

    [Fact]
    public async Task Nobody_there_is_said_with_what_to_do()
    {
        StackException failed = await Assert.ThrowsAsync<StackException>(
            () => new NodeFaults(_http, new Uri($"http://{FreePorts.Next()}")).ListAsync(Cancellation));
        Assert.StartsWith("no node answers at http://127.0.0.1:", failed.Message, StringComparison.Ordinal);
        Assert.Contains("start one with 'up'", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_silent_is_said()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        using HttpClient hasty = new() { Timeout = TimeSpan.FromMilliseconds(100) };
        StackException failed = await Assert.ThrowsAsync<StackException>(
            () => new NodeFaults(hasty, new Uri($"http://{silent.LocalEndpoint}")).ListAsync(Cancellation));
        Assert.Contains("did not answer within", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "not here")]
    [InlineData(500, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "null")]
    [InlineData(200, "{\"jsonrpc\":\"2.0\"}")]
    public async Task A_stranger_is_told_from_a_node(int status, string text)
    {
        await using FakeNode node = await FakeNode.StartAsync();
        node.Stranger = (status, text);
        StackException failed = await Assert.ThrowsAsync<StackException>(
            () => new NodeFaults(_http, node.Url).ListAsync(Cancellation));
        Assert.Contains("no node with faults", failed.Message, StringComparison.Ordinal);
    }
}
