using System.CommandLine;
using System.Globalization;
using Alys.DevNode.Hosting;

namespace Alys.DevNode;

/// <summary>The options, and the one place that decides what is said and which exit code is given.</summary>
internal static class CommandLine
{
    private const int Fine = 0;
    private const int Problem = 1;
    private const int BadUse = 2;

    private static readonly Option<string> Mode = Option("--mode", "v2", "v1 or v2.");
    private static readonly Option<int?> MetricsPort = Option<int?>("--metrics-port", null, "Default: 9001, v2: 9002.");
    private static readonly Option<int?> RpcPort = Option<int?>("--rpc-port", null, "Default: 9011, v2: 9012.");
    private static readonly Option<string?> DataDir =
        Option<string?>("--data-dir", null, "Keep the chain here. Default: .alys-devnode/MODE.");

    private static readonly Option<int> Seed = Option("--seed", 1, "Decides everything that is drawn.");
    private static readonly Option<long?> Genesis =
        Option<long?>("--genesis-unix-seconds", null, "Start of slot 0. Default: that of the data, or --history ago.");

    private static readonly Option<int> History = Option("--history", 600, "Blocks that the network has already.");
    private static readonly Option<double> Slot = Option("--slot-seconds", 2.0, "Length of a slot.");
    private static readonly Option<double> Load = Option("--load", 4.0, "Transactions a second.");
    private static readonly Option<string?> Follow =
        Option<string?>("--follow", null, "Follow the chain of this EVM node (JSON-RPC) instead of a simulated one.");

    private static readonly Option<string?> BlocksFrom = Option<string?>(
        "--blocks-from", null, "The network has the blocks of this --data-dir, of a node that is stopped.");

    private static readonly Option<bool> Migrate = Option("--migrate", false, "Walk the migration phases 0-10.");
    private static readonly Option<double> Phase = Option("--phase-seconds", 120.0, "How long a phase takes.");
    private static readonly Option<string?> CompareWith =
        Option<string?>("--compare-with", null, "JSON-RPC of the v1 node to compare with.");

    private static readonly Option<string?> Countries =
        Option<string?>("--countries", null, "MMDB of countries, for the regions of peers.");

    private static readonly Option<bool> NoMetrics =
        Option("--no-metrics", false, "Measure and serve nothing, to see what measuring costs.");

    private static readonly Option<int> SampleOneIn = Option("--sample-one-in", 1, "Time one message in so many.");

    private static readonly Option<int> SeriesLimit = Option("--series-limit", 10_000, "The most series of /metrics.");

    private static readonly Option<bool> Steps = Option(
        "--steps", false, "Import up to each height that a line of standard input names, and say what that cost.");

    /// <summary>Runs a node until it is told to stop.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        ParseResult parsed = Definition().Parse(arguments);
        if (parsed.Errors.Count > 0) return Say(parsed.Errors[0].Message.TrimEnd('.') + ". See --help.", BadUse);
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Reads and checks the options.</summary>
    /// <exception cref="UsageException">One of them is wrong.</exception>
    public static NodeOptions Read(ParseResult parsed)
    {
        string mode = parsed.GetValue(Mode)!;
        bool isV1 = mode == "v1";
        if (!isV1 && mode != "v2") throw new UsageException($"--mode is '{mode}'; it must be v1 or v2");
        if (isV1 && parsed.GetValue(Migrate)) throw new UsageException("--migrate is for --mode v2: v1 is left behind");
        if (parsed.GetValue(Migrate) && parsed.GetValue(NoMetrics))
            throw new UsageException("--migrate and --no-metrics exclude each other: a migration is its metrics");
        if (parsed.GetValue(Follow) is not null && parsed.GetValue(BlocksFrom) is not null)
            throw new UsageException("--follow and --blocks-from exclude each other: there is one network");
        return new NodeOptions
        {
            Mode = isV1 ? NodeMode.V1 : NodeMode.V2,
            MetricsPort = (int)Within(MetricsPort, parsed.GetValue(MetricsPort) ?? (isV1 ? 9001 : 9002), 0, 65_535),
            RpcPort = (int)Within(RpcPort, parsed.GetValue(RpcPort) ?? (isV1 ? 9011 : 9012), 0, 65_535),
            DataDirectory = parsed.GetValue(DataDir) is { } folder
                ? folder.Length > 0 ? Path.GetFullPath(folder) : throw new UsageException("--data-dir is empty")
                : Path.GetFullPath(Path.Combine(".alys-devnode", mode)),
            Seed = parsed.GetValue(Seed),
            Genesis = parsed.GetValue(Genesis) is { } seconds
                ? DateTimeOffset.FromUnixTimeSeconds((long)Within(Genesis, seconds, 0, 32_503_680_000)) : null,
            History = (int)Within(History, parsed.GetValue(History), 0, 1_000_000),
            Slot = TimeSpan.FromSeconds(Within(Slot, parsed.GetValue(Slot), 0.1, 600)),
            Load = Within(Load, parsed.GetValue(Load), 0, 10_000),
            Follow = Http(Follow, parsed.GetValue(Follow)),
            BlocksFrom = Folder(BlocksFrom, parsed.GetValue(BlocksFrom)),
            Migrate = parsed.GetValue(Migrate),
            Phase = TimeSpan.FromSeconds(Within(Phase, parsed.GetValue(Phase), 0.5, 86_400)),
            CompareWith = Http(CompareWith, parsed.GetValue(CompareWith)),
            Countries = parsed.GetValue(Countries),
            Metrics = !parsed.GetValue(NoMetrics),
            SampleOneIn = (int)Within(SampleOneIn, parsed.GetValue(SampleOneIn), 0, 1_000_000),
            SeriesLimit = (int)Within(SeriesLimit, parsed.GetValue(SeriesLimit), 200, 1_000_000),
            Steps = parsed.GetValue(Steps),
        };
    }

    private static RootCommand Definition()
    {
        RootCommand root = new("A small Alys node for development, tests, drills and demonstrations.");
        foreach (Option option in (Option[])[Mode, MetricsPort, RpcPort, DataDir, Seed, Genesis, History, Slot, Load,
            Follow, BlocksFrom, Migrate, Phase, CompareWith, Countries, NoMetrics, SampleOneIn, SeriesLimit, Steps])
        {
            root.Add(option);
        }

        root.SetAction(RunAsync);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            NodeOptions options = Read(parsed);
            await using NodeHost host = await NodeHost.StartAsync(options, stop);
            Console.WriteLine($"rpc {host.RpcAddress} metrics {host.MetricsAddress?.ToString() ?? "none"}");
            await host.WaitAsync(stop);
            return host.Failure is { } failure ? Say($"a part of the node ended it: {failure}", Problem) : Fine;
        }
        catch (UsageException error)
        {
            return Say(error.Message, BadUse);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Say(error.Message, Problem);
        }
        catch (OperationCanceledException)
        {
            // It was told to stop while it started.
            return Fine;
        }
    }

    private static Option<T> Option<T>(string name, T value, string help) =>
        new(name) { DefaultValueFactory = _ => value, Description = help };

    private static double Within(Option option, double value, double least, double most) =>
        value >= least && value <= most
            ? value
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"{option.Name} is {value}; it must be from {least} to {most}"));

    private static Uri? Http(Option option, string? text)
    {
        if (text is null) return null;
        bool isHttp = Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
        return isHttp ? url : throw new UsageException($"{option.Name} is '{text}'; it must be an http or https URL");
    }

    private static string? Folder(Option option, string? path) =>
        path is null || Directory.Exists(path)
            ? path
            : throw new UsageException($"{option.Name} is '{path}'; there is no such folder");

    private static int Say(string message, int exitCode)
    {
        Console.Error.WriteLine($"alys-devnode: {message}");
        return exitCode;
    }
}
