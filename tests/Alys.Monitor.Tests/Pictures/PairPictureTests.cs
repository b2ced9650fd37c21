using Alys.Monitor.Pictures;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Tests.Settings;

namespace Alys.Monitor.Tests.Pictures;

/// <summary>What the pair says before it is started; running, it is in the tests end to end.</summary>
public sealed class PairPictureTests
{
    [Fact]
    public async Task It_says_where_both_nodes_are_and_what_to_try()
    {
        await using PairPicture picture = Of();
        Assert.Equal(
            [
                "v1          http://127.0.0.1:9001/metrics",
                "v2          http://127.0.0.1:9002/metrics (migrates, 120s a phase)",
            ],
            picture.WhereToLook());
        Assert.Equal(["try         ./alys fault sync-stalled --for 60s"], picture.WhatToTry());
    }

    [Fact]
    public async Task On_other_ports_what_to_try_names_the_node()
    {
        await using PairPicture picture = Of("--migration-rpc-port", "7");
        Assert.Equal(
            ["try         ./alys fault sync-stalled --for 60s --node http://127.0.0.1:7"], picture.WhatToTry());
    }

    [Fact]
    public async Task Prometheus_is_to_read_both()
    {
        await using PairPicture picture = Of("--listen", "127.0.0.1:1", "--migration-port", "2");
        Assert.Equal((1, 2), (picture.Main.Port, picture.Migration!.Port));
    }

    private static PairPicture Of(params string[] arguments) => new(
        PairSettings.Read(Given.Values(UpSettings.All, arguments)),
        new Surroundings(
            new AlysHome("nowhere"),
            new LiveLine(TextWriter.Null, isTerminal: false, () => 0, TimeProvider.System),
            TimeProvider.System));
}
