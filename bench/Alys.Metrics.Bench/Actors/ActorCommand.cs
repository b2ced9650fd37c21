using System.Diagnostics;
using System.Globalization;
using Akka.Actor;
using Akka.Configuration;
using Alys.Metrics.Akka;
using Alys.Metrics.Node;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Alys.Metrics.Bench.Actors;

/// <summary>One variant in a process of its own: reads how many messages on each line, answers with the nanoseconds of
/// CPU, the nanoseconds that passed and the bytes allocated, each a message.</summary>
internal static class ActorCommand
{
    public const string Verb = "actors-child";

    public static async Task<int> RunAsync(string variantName, string workloadName)
    {
        var variant = Enum.Parse<ActorVariant>(variantName);
        var workload = Enum.Parse<ActorWorkload>(workloadName);
        MeterWay? meter = variant == ActorVariant.Meter ? new MeterWay() : null;
        using MeterProvider? listener = meter is null ? null : Listen();
        // On one processor the time of a message is what it costs, not how two processors pass it to each other.
        if (OperatingSystem.IsLinux()) Process.GetCurrentProcess().ProcessorAffinity = 1;
        ActorSystem system = Make(variant);
        Func<int, Task> play = Play(system, meter, workload);
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            int messages = int.Parse(line, CultureInfo.InvariantCulture);
            Console.WriteLine(await MeasureAsync(play, messages).ConfigureAwait(false));
        }

        await system.Terminate().ConfigureAwait(false);
        return 0;
    }

    private static MeterProvider Listen() => Sdk.CreateMeterProviderBuilder()
        .AddMeter(MeterWay.Name).AddPrometheusExporter().Build();

    private static ActorSystem Make(ActorVariant variant)
    {
        Config config = ConfigurationFactory.ParseString("akka.loglevel = OFF");
        int? oneIn = variant switch
        {
            ActorVariant.Counts => 0,
            ActorVariant.Sampled64 => 64,
            ActorVariant.Sampled256 => 256,
            ActorVariant.All => 1,
            _ => null,
        };
        if (oneIn is null) return ActorSystem.Create("bench", config);
        var metrics = new ActorMetrics(new MetricRegistry());
        return ActorSystem.Create("bench", BootstrapSetup.Create().WithConfig(MeasuredConfig.Of(config))
            .And(new AkkaMetricsSetup(metrics, new AkkaMetricsOptions { SampleOneIn = oneIn.Value })));
    }

    private static Func<int, Task> Play(ActorSystem system, MeterWay? meter, ActorWorkload workload)
    {
        IActorRef other = ActorRefs.Nobody;
        IActorRef first;
        if (workload == ActorWorkload.PingPong)
        {
            first = system.ActorOf(Props.Create(() => new PingPlayer(meter)));
            other = system.ActorOf(Props.Create(() => new PingPlayer(meter)));
        }
        else
        {
            bool works = workload == ActorWorkload.Working;
            IActorRef[] sources = [.. Enumerable.Range(0, works ? 1 : 4)
                .Select(_ => system.ActorOf(Props.Create(() => new BurstPlayer(meter))))];
            TimeSpan work = works ? TimeSpan.FromMicroseconds(2) : TimeSpan.Zero;
            first = system.ActorOf(Props.Create(() => new CollectPlayer(meter, sources, work)));
        }

        return messages =>
        {
            var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            first.Tell(new Begin(messages, other, over));
            return over.Task;
        };
    }

    private static async Task<string> MeasureAsync(Func<int, Task> play, int messages)
    {
        using var process = Process.GetCurrentProcess();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = process.TotalProcessorTime;
        long began = Stopwatch.GetTimestamp();
        await play(messages).ConfigureAwait(false);
        TimeSpan passed = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        double bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{cpu.TotalNanoseconds / messages} {passed.TotalNanoseconds / messages} {bytes / messages}");
    }
}
