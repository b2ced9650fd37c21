using System.Globalization;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Nodes;

/// <summary>
/// The development node that syncs as fast as it can and answers a user, with the product on and off. All variants run
/// at once on one processor, and only one of them has work: they take short turns, each imports the same blocks, and
/// each turn goes the other way round. So what the machine does meanwhile hits all alike. What is compared are the sums
/// of a round, long enough for scrapes and collectors to be in it. The processes are started twice, as how code and
/// data happen to lie in memory differs from start to start. Memory is measured in starts of its own.
/// </summary>
internal static class NodeBenchmark
{
    /// <summary>About a twentieth of a second: what the machine does meanwhile lasts longer, and hits all.</summary>
    private const int TurnBlocks = 50;

    /// <summary>About as many seconds long as a scrape's interval.</summary>
    private const int RoundTurns = 80;

    private const int RoundBlocks = TurnBlocks * RoundTurns;

    /// <summary>The JIT compiles hot code anew in the background, which costs more than all that is measured. A round
    /// counts when no variant had more methods compiled in the one before it.</summary>
    private const int FewMethods = 60;

    /// <summary>Rounds before the first that counts, at the least.</summary>
    private const int LeastWarmRounds = 7;

    /// <summary>The same at the most.</summary>
    private const int WarmRounds = 10;

    /// <summary>Of the rounds before, those that come before <see cref="WarmTime"/> is waited for.</summary>
    private const int EarlyRounds = 3;

    /// <summary>What a node keeps of its chain. Of a longer one nobody could get the beginning.</summary>
    private const int MostBlocks = 100_000;

    /// <summary>So that the node never arrives at the head of the network.</summary>
    private const int BlocksAhead = 200;

    /// <summary>As long as collectors, which run every five seconds, take to be called sixty times: their code is
    /// compiled anew after thirty calls, and once more after sixty.</summary>
    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(310);

    // Those that are compared stand beside each other.
    private static readonly NodeVariant[] Order =
        [NodeVariant.Product, NodeVariant.Off, NodeVariant.OffAgain, NodeVariant.Instruments];

    /// <returns>A table in Markdown.</returns>
    public static async Task<string> RunAsync(bool isShort)
    {
        (int starts, int rounds, int memoryStarts) = isShort ? (1, 4, 1) : (2, 14, 4);
        int blocks = (WarmRounds + rounds) * RoundBlocks + BlocksAhead;
        if (blocks > MostBlocks)
            throw new InvalidOperationException($"The chain would have {blocks} blocks: at most {MostBlocks}.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("alys-bench-");
        try
        {
            string source = Path.Combine(folder.FullName, "source");
            await MakeAsync(source, blocks);
            var results = Order.Order().ToDictionary(variant => variant, _ => new NodeResult());
            await MeasureMemoryAsync(source, Path.Combine(folder.FullName, "memory"), memoryStarts, results);
            for (int start = 0; start < starts; start++)
            {
                string own = Path.Combine(folder.FullName, start.ToString(CultureInfo.InvariantCulture));
                Progress.Say($"node: start {start + 1} of {starts}");
                await MeasureAsync(source, own, rounds, results);
                Directory.Delete(own, recursive: true);
            }

            return NodeTable.Of(results);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The chain, made before: making and signing blocks is no work of the node that is measured.</summary>
    private static async Task MakeAsync(string folder, int blocks)
    {
        await using NodeProcess source = NodeProcess.Source(folder, blocks);
        for (int height = 0; height < blocks; height += RoundBlocks)
        {
            Progress.Say($"node: making the chain, {height} of {blocks} blocks");
            source.Import(height);
        }

        source.Import(blocks);
    }

    private static async Task MeasureAsync(
        string source, string folder, int rounds, Dictionary<NodeVariant, NodeResult> results)
    {
        var nodes = new Dictionary<NodeVariant, NodeProcess>();
        try
        {
            foreach (NodeVariant variant in Order)
                nodes[variant] = NodeProcess.Of(variant, Path.Combine(folder, variant.ToString()), source);
            foreach (NodeVariant variant in Order) nodes[variant].Scrape();
            int height = await WarmAsync(nodes, results);
            for (int round = 0; round < rounds; round++, height += RoundBlocks)
            {
                Dictionary<NodeVariant, NodeStep> sums = Measure(height, RoundTurns, nodes);
                foreach ((NodeVariant variant, NodeStep sum) in sums) results[variant].Steps.Add(sum);
                Say($"round {round + 1}", sums);
            }

            foreach (NodeVariant variant in Order) results[variant].PageBytes = nodes[variant].PageBytes;
        }
        finally
        {
            foreach (NodeProcess node in nodes.Values) await node.DisposeAsync();
        }
    }

    /// <summary>Measures memory alone, of some starts at once: they spend most of the time idle.</summary>
    private static async Task MeasureMemoryAsync(
        string source, string folder, int starts, Dictionary<NodeVariant, NodeResult> results)
    {
        var sets = new List<Dictionary<NodeVariant, NodeProcess>>();
        try
        {
            for (int start = 0; start < starts; start++)
            {
                Progress.Say($"node: memory, start {start + 1} of {starts}");
                var nodes = new Dictionary<NodeVariant, NodeProcess>();
                sets.Add(nodes);
                string own = Path.Combine(folder, start.ToString(CultureInfo.InvariantCulture));
                foreach (NodeVariant variant in Order)
                {
                    nodes[variant] = NodeProcess.Of(variant, Path.Combine(own, variant.ToString()), source);
                    nodes[variant].Scrape();
                }

                for (int round = 0; round < EarlyRounds; round++) Measure(round * RoundBlocks, RoundTurns, nodes);
            }

            await Task.Delay(WarmTime, TimeProvider.System);
            for (int start = 0; start < starts; start++)
            {
                for (int round = EarlyRounds; round < LeastWarmRounds; round++)
                    Measure(round * RoundBlocks, RoundTurns, sets[start]);
                // The last to be asked has been idle for longest.
                foreach (NodeVariant variant in start % 2 == 0 ? Order : Order.Reverse())
                    Settle(variant, sets[start][variant], results[variant]);
            }
        }
        finally
        {
            foreach (NodeProcess node in sets.SelectMany(nodes => nodes.Values)) await node.DisposeAsync();
        }
    }

    private static void Settle(NodeVariant variant, NodeProcess node, NodeResult result)
    {
        NodeMemory memory = node.Settle();
        result.Memory.Add(memory);
        Progress.Say(
            $"node: {LabelValue.Of(variant)}, {Quantity.Bytes(memory.Settled)} after a full collection");
    }

    /// <summary>Lets them import until their code is compiled. Returns the height they are at.</summary>
    private static async Task<int> WarmAsync(
        Dictionary<NodeVariant, NodeProcess> nodes, Dictionary<NodeVariant, NodeResult> results)
    {
        var all = Order.ToDictionary(variant => variant, _ => default(NodeStep));
        double most = double.PositiveInfinity;
        int round = 0;
        for (; round < LeastWarmRounds || (round < WarmRounds && most > FewMethods); round++)
        {
            Dictionary<NodeVariant, NodeStep> sums = Measure(round * RoundBlocks, RoundTurns, nodes);
            foreach ((NodeVariant variant, NodeStep sum) in sums) all[variant] += sum;
            most = sums.Values.Max(sum => sum.Methods);
            Say($"warming, up to {most:0} methods compiled", sums);
            if (round + 1 == EarlyRounds) await Task.Delay(WarmTime, TimeProvider.System);
        }

        foreach ((NodeVariant variant, NodeStep sum) in all) results[variant].Warming.Add(sum);
        return round * RoundBlocks;
    }

    /// <summary>Some turns of each, from a height up.</summary>
    private static Dictionary<NodeVariant, NodeStep> Measure(
        int height, int turns, Dictionary<NodeVariant, NodeProcess> nodes)
    {
        var sums = Order.ToDictionary(variant => variant, _ => default(NodeStep));
        for (int turn = 0; turn < turns; turn++)
        {
            height += TurnBlocks;
            foreach (NodeVariant variant in turn % 2 == 0 ? Order : Order.Reverse())
                sums[variant] += nodes[variant].Import(height);
        }

        return sums;
    }

    private static void Say(string round, Dictionary<NodeVariant, NodeStep> sums)
    {
        double off = sums[NodeVariant.Off].NanosecondsABlock;
        IEnumerable<string> over = sums.Where(pair => pair.Key != NodeVariant.Off).Select(pair =>
            $"{LabelValue.Of(pair.Key)} {NodeTable.Signed(100 * (pair.Value.NanosecondsABlock / off - 1))} %");
        Progress.Say($"node: {round}, {Quantity.Time(off)} a block; {string.Join("; ", over)}");
    }
}
