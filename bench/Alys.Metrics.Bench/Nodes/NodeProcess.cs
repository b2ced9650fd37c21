using System.Diagnostics;
using System.Globalization;

namespace Alys.Metrics.Bench.Nodes;

/// <summary>A development node in a process of its own on one processor. It imports when it is told to, and waits
/// otherwise.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    /// <summary>Hot code is compiled at once instead of after a pause that begins anew with all that is new: a node is
    /// warm after twenty thousand blocks instead of forty thousand, with the same code.</summary>
    private static readonly Dictionary<string, string> Settled = new()
    {
        ["DOTNET_TC_CallCountingDelayMs"] = "0",
        // As docs/operations.md says that a node should be run: malloc gives back what the JIT used for a moment.
        ["MALLOC_MMAP_THRESHOLD_"] = "65536",
    };

    private readonly ChildProcess _child;
    private readonly NodeUser _user;
    private readonly Uri? _page;
    private NodeScraper? _scraper;

    private NodeProcess(string[] args)
    {
        _child = OneProcessor.Start(() => ChildProcess.Of(
            Locate(), Settled, ["--rpc-port", "0", "--metrics-port", "0", "--steps", .. args]));
        string[] words = Wait("rpc", _child.ReadLine()).Split(' ');
        _user = new NodeUser(new Uri(words[1]));
        _page = words[^1] == "none" ? null : new Uri(new Uri(words[^1]), "/metrics");
    }

    /// <summary>Length of the page that is scraped, compressed; 0: there is none.</summary>
    public long PageBytes => _scraper?.PageBytes ?? 0;

    /// <summary>A node that makes its blocks itself: its folder is where others get them from.</summary>
    public static NodeProcess Source(string folder, long blocks) => new(
        ["--no-metrics", "--data-dir", folder, "--history", blocks.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>A node that is measured.</summary>
    /// <param name="variant">What is on in it.</param>
    /// <param name="folder">Its own, new.</param>
    /// <param name="source">Where the blocks come from.</param>
    public static NodeProcess Of(NodeVariant variant, string folder, string source)
    {
        string[] args = variant switch
        {
            NodeVariant.Instruments => ["--mode", "v1"],
            NodeVariant.Product => ["--mode", "v2", "--sample-one-in", "64"],
            _ => ["--no-metrics"],
        };
        return new NodeProcess([.. args, "--data-dir", folder, "--blocks-from", source]);
    }

    /// <summary>The node's output lies beside this program's, in a folder of the same configuration.</summary>
    public static string Locate()
    {
        string own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string path = Path.GetFullPath(
            Path.Combine(own, "../../Alys.DevNode", Path.GetFileName(own), "alys-devnode.dll"));
        return File.Exists(path) ? path : throw new InvalidOperationException($"The node is not built: no {path}.");
    }

    /// <summary>Lets it import up to a height, as fast as it can, while a user asks it for blocks.</summary>
    public NodeStep Import(long height)
    {
        _child.Tell(height.ToString(CultureInfo.InvariantCulture));
        _user.Ask();
        return NodeStep.Parse(Wait("height", _child.ReadLine()));
    }

    /// <summary>From now on it is scraped, if it has a page.</summary>
    public void Scrape()
    {
        if (_page is not null) _scraper = new NodeScraper(_page);
    }

    /// <summary>What it has in memory, at its peak and after a full collection.</summary>
    public NodeMemory Settle()
    {
        double peak = Look(process => process.PeakWorkingSet64);
        Wait("settled", _child.Ask("settle"));
        return new NodeMemory(peak, Look(process => process.WorkingSet64));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_scraper is not null) await _scraper.DisposeAsync();
        }
        finally
        {
            _user.Dispose();
            _child.Dispose();
        }
    }

    private double Look(Func<Process, long> what)
    {
        using Process process = Process.GetProcessById(_child.Id);
        return what(process);
    }

    /// <summary>Passes over what the node logs meanwhile.</summary>
    private string Wait(string word, string line)
    {
        while (!line.StartsWith($"{word} ", StringComparison.Ordinal)) line = _child.ReadLine();
        return line;
    }
}
