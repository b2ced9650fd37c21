using System.Net;
using Akka.Actor;
using Akka.Hosting;
using Alys.DevNode.Actors;
using Alys.DevNode.Faults;
using Alys.DevNode.Migration;
using Alys.DevNode.Mining;
using Alys.DevNode.Rpc;
using Alys.Metrics;
using Alys.Metrics.Akka;
using Alys.Metrics.Hosting;
using Alys.Metrics.Node;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.DevNode.Hosting;

/// <summary>A running node.</summary>
internal sealed class NodeHost : IAsyncDisposable
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly DataLock _data;
    private readonly string _folder;

    private NodeHost(WebApplication app, DataLock data, string folder) =>
        (_app, _data, _folder) = (app, data, folder);

    public NodeServices Node => _app.Services.GetRequiredService<NodeServices>();

    /// <summary>Where the JSON-RPC and the faults are.</summary>
    public Uri RpcAddress => new(_app.Urls.First());

    /// <summary>Where the metrics are; null: nothing is measured.</summary>
    public Uri? MetricsAddress => _app.Services.GetService<MetricsListener>()?.Address;

    /// <summary>What ended a part of the node, and the node with it; null: nothing did.</summary>
    public Exception? Failure => _app.Services.GetServices<IHostedService>().OfType<BackgroundService>()
        .Select(part => part.ExecuteTask?.Exception?.GetBaseException()).FirstOrDefault(error => error is not null);

    /// <summary>Starts a node; if it was killed by a fault that still lasts, after that.</summary>
    /// <exception cref="UsageException">It cannot run as it was asked to.</exception>
    public static async Task<NodeHost> StartAsync(NodeOptions options, CancellationToken stop)
    {
        TimeProvider right = TimeProvider.System;
        var data = DataLock.Take(options.DataDirectory);
        await CrashFile.WaitAsync(options.DataDirectory, right, stop);
        var faults = new FaultBoard(right);
        var clock = new SkewedClock(right, faults);
        WebApplicationBuilder builder = Builder(options);
        builder.Services.AddSingleton<TimeProvider>(clock);
        AddNode(builder.Services, options, NetworkFile.Open(options, right), faults, clock);
        WebApplication app = builder.Build();
        app.Use(RefuseBrowsersAsync);
        app.MapPost("/", app.Services.GetRequiredService<JsonRpcServer>().AnswerAsync);
        app.MapFaults(faults);
        app.Services.GetService<NodeMetrics>()?.Shutdown.ReportLast(RunMark.Begin(options.DataDirectory));
        var host = new NodeHost(app, data, options.DataDirectory);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException error)
        {
            await host.DisposeAsync();
            throw new UsageException(error.Message, error);
        }

        return host;
    }

    /// <summary>Waits until the node is to stop.</summary>
    public Task WaitAsync(CancellationToken stop) => _app.WaitForShutdownAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        NodeServices node = Node;
        await _app.DisposeAsync();
        node.Faults.Dispose();
        node.Store.Dispose();
        node.Keys.Dispose();
        node.Locator.Dispose();
        RunMark.End(_folder);
        _data.Dispose();
    }

    private static WebApplicationBuilder Builder(NodeOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopDeadline);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.RpcPort);
            kestrel.AddServerHeader = false;
        });
        return builder;
    }

    private static void AddNode(
        IServiceCollection services, NodeOptions options, Source.ChainParameters parameters, FaultBoard faults,
        TimeProvider clock)
    {
        if (options.Metrics)
        {
            services.AddAlysNode(
                options.DataDirectory,
                metrics =>
                {
                    metrics.Listen = string.Create(
                        System.Globalization.CultureInfo.InvariantCulture, $"127.0.0.1:{options.MetricsPort}");
                    metrics.Registry.SeriesLimit = options.SeriesLimit;
                });
        }

        services.AddSingleton(provider => NodeParts.Make(
            options, parameters, faults, clock, provider.GetService<NodeMetrics>()));
        services.AddSingleton<RpcMethods>();
        services.AddSingleton<JsonRpcServer>();
        services.AddSingleton<HttpClient>();
        services.AddSingleton(provider => new ActorFaults(
            provider.GetRequiredService<NodeServices>(),
            new Lazy<ActorSystem>(provider.GetRequiredService<ActorSystem>)));
        services.AddSingleton(provider => new ProcessFaults(
            provider.GetRequiredService<NodeServices>(), provider.GetService<MetricRegistry>()));
        services.AddAkka("alys", (akka, provider) => Configure(akka, provider, options));
        services.AddHostedService<FaultDriver>();
        services.AddHostedService(provider => new Users(provider.GetRequiredService<NodeServices>(), Self(provider)));
        services.AddHostedService(provider => new Miners(provider.GetRequiredService<NodeServices>(), Self(provider)));
        if (options.Metrics && options.Migrate) AddMigration(services, options);
        if (options.Steps) services.AddHostedService<HeightSteps>();
    }

    private static void AddMigration(IServiceCollection services, NodeOptions options)
    {
        services.AddSingleton<StoredBlockCheck>();
        services.AddHostedService<MigrationDriver>();
        if (options.CompareWith is not { } v1) return;
        services.AddHostedService(provider => new V1Comparer(
            provider.GetRequiredService<NodeServices>(),
            new JsonRpcClient(provider.GetRequiredService<HttpClient>(), v1),
            Self(provider)));
    }

    private static void Configure(AkkaConfigurationBuilder akka, IServiceProvider provider, NodeOptions options)
    {
        akka.AddHocon(Mailboxes.Configuration, HoconAddMode.Prepend);
        akka.ConfigureLoggers(loggers =>
        {
            loggers.LogLevel = Akka.Event.LogLevel.ErrorLevel;
            loggers.ClearLoggers();
        });
        // v1 has no actors to be measured; here they do its work, unseen.
        if (options.Metrics && options.Mode == NodeMode.V2)
        {
            akka.WithAlysMetrics(metrics =>
            {
                metrics.SampleOneIn = options.SampleOneIn;
                metrics.MapActor<PeerSession>(ActorType.Peer);
            });
        }

        akka.WithActors((system, _) =>
        {
            NodeServices node = provider.GetRequiredService<NodeServices>();
            system.ActorOf(Props.Create(() => new RootSupervisor(node)), "root");
        });
    }

    /// <summary>The node's own JSON-RPC, over HTTP.</summary>
    private static JsonRpcClient Self(IServiceProvider provider) => new(
        provider.GetRequiredService<HttpClient>(),
        () => OwnAddress.Of(provider.GetRequiredService<IServer>()));

    /// <summary>A page in a browser on this machine can reach loopback; it has no business here.</summary>
    private static Task RefuseBrowsersAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Headers.ContainsKey("Origin") && IsLoopbackName(context.Request.Host.Host))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(new { error = "this is not for pages in a browser" });
    }

    private static bool IsLoopbackName(string host) =>
        host == "localhost" || IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address);
}
