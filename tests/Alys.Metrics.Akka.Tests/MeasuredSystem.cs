using System.Buffers;
using System.Globalization;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Tests;

/// <summary>An actor system that is measured, and the page that it is seen on.</summary>
internal sealed class MeasuredSystem : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    internal MeasuredSystem(string config = "", int oneIn = 1, Action<AkkaMetricsOptions>? configure = null)
    {
        var options = new AkkaMetricsOptions { SampleOneIn = oneIn };
        configure?.Invoke(options);
        Config user = ConfigurationFactory.ParseString("akka.loglevel = OFF\nakka.log-dead-letters = off\n" + config);
        BootstrapSetup bootstrap = BootstrapSetup.Create().WithConfig(MeasuredConfig.Of(user));
        System = ActorSystem.Create(
            "test", bootstrap.And(new AkkaMetricsSetup(new ActorMetrics(Registry), options)));
    }

    internal MetricRegistry Registry { get; } = new();

    internal ActorSystem System { get; }

    public async ValueTask DisposeAsync() => await System.Terminate();

    /// <summary>The value of a series on the page as it is now; NaN: it is not there.</summary>
    internal double Value(string series)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Registry.Write(buffer, ExpositionFormat.Text);
        string? line = Encoding.UTF8.GetString(buffer.WrittenSpan).Split('\n')
            .FirstOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal));
        return line is null ? double.NaN : double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    internal double Messages(string actor) => Value($"alys_actor_messages_total{{actor_type=\"{actor}\"}}");

    internal double Messages(string actor, string message) =>
        Value($"alys_actor_messages_by_type_total{{actor_type=\"{actor}\",message_type=\"{message}\"}}");

    internal double Of(string family, string actor) => Value($"{family}{{actor_type=\"{actor}\"}}");

    internal static async Task Until(Func<bool> reached, string what)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!reached())
        {
            if (deadline.IsCancellationRequested) Assert.Fail($"not in {Deadline}: {what}");
            await Task.Yield();
        }
    }
}
