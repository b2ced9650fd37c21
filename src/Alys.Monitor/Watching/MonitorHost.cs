using Alys.Metrics;
using Alys.Metrics.Collectors;
using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Collectors.Hosts;
using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Hosting;
using Alys.Metrics.Node;
using Alys.Monitor.Settings;
using Alys.Monitor.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.Monitor.Watching;

/// <summary>The monitor in this process: the collectors that the settings ask for, their loop and the pages.</summary>
internal sealed class MonitorHost : IAsyncDisposable
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(5);

    private readonly IHost _host;

    private MonitorHost(IHost host) => _host = host;

    /// <summary>How each collector is doing now.</summary>
    public IReadOnlyList<CollectorStatus> Collectors => _host.Services.GetRequiredService<CollectionLoop>().Statuses;

    /// <summary>Starts watching and serving.</summary>
    /// <param name="settings">What to watch and where to serve.</param>
    /// <param name="log">Takes the lines of the log: what starts to fail and what works again.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="UsageException">It cannot listen where it should.</exception>
    public static async Task<MonitorHost> StartAsync(
        MonitorSettings settings, LineLoggerProvider log, CancellationToken cancellation)
    {
        // Empty: nothing is taken from the environment or from files in the current folder.
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        // Nobody fills the log by asking: neither with connections nor with /ready, whose reasons the loop logs when
        // they change. A failed start is said in a sentence of our own.
        builder.Logging.AddProvider(log)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopDeadline);
        builder.Services.AddAlysMetrics(options =>
        {
            options.Component = "monitor";
            options.Listen = settings.Listen.ToString();
            options.Collection.Interval = settings.Interval;
            options.Collection.MaxBackoff = settings.MaxBackoff;
        });
        AddCollectors(builder.Services, settings);
        MonitorHost host = new(builder.Build());
        try
        {
            await host._host.StartAsync(cancellation);
            return host;
        }
        catch (IOException e)
        {
            await host.DisposeAsync();
            throw new UsageException($"{e.Message} ({MonitorSettings.ListenSetting.OptionName})", e);
        }
    }

    /// <summary>The page that a scrape would get now.</summary>
    public MetricPage Page() => MetricPage.Of(_host.Services.GetRequiredService<MetricRegistry>());

    /// <summary>Stops serving and watching, in five seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static void AddCollectors(IServiceCollection services, MonitorSettings settings)
    {
        // In the order in which what fails is told: the chain matters most.
        if (settings.Rpc is { } rpc)
            services.AddSingleton<ICollector>(provider => Chain(provider, rpc));
        if (settings.WatchesProcess)
            services.AddSingleton<ICollector>(provider => Process(provider, settings));
        services.AddSingleton<ICollector>(provider => new HostCollector(
            new HostCollectorOptions { DataDirectory = settings.DataDirectory },
            new HostMetrics(Registry(provider)),
            Clock(provider)));
    }

    private static ProcessCollector Process(IServiceProvider provider, MonitorSettings settings) => new(
        new ProcessCollectorOptions
        {
            Pid = settings.Pid,
            PidFile = settings.PidFile,
            ProcessName = settings.ProcessName,
        },
        new ProcessMetrics(Registry(provider)),
        Clock(provider));

    // Beside a node nothing is claimed before it was seen.
    private static EvmCollector Chain(IServiceProvider provider, Uri rpc) => new(
        new EvmCollectorOptions { Url = rpc },
        new SyncMetrics(Registry(provider), Clock(provider), Presence.WhenReported),
        new ChainMetrics(Registry(provider), Clock(provider)),
        new TxPoolMetrics(Registry(provider), Presence.WhenReported),
        new PeerMetrics(Registry(provider), Presence.WhenReported),
        new ExecutionClientMetrics(Registry(provider)),
        Clock(provider));

    private static MetricRegistry Registry(IServiceProvider provider) => provider.GetRequiredService<MetricRegistry>();

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
