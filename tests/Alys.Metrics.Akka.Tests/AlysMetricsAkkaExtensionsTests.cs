using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Hosting;
using Alys.Metrics.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alys.Metrics.Akka.Tests;

public sealed class AlysMetricsAkkaExtensionsTests
{
    /// <summary>What a newcomer relies on, beside what only some systems have.</summary>
    private static readonly string[] Families =
    [
        "alys_actor_messages_total", "alys_actor_messages_by_type_total", "alys_actor_message_latency_seconds_count",
        "alys_actor_mailbox_wait_seconds_count", "alys_actor_mailbox_size",
        "alys_actor_mailbox_oldest_message_age_seconds", "alys_actor_restarts_total", "alys_actor_failures_total",
        "alys_actors_running", "alys_actor_unhandled_messages_total", "alys_actor_unstashed_messages_total",
        "alys_actor_lifecycle_duration_seconds_count",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task With_one_line_more_an_application_shows_every_actor_metric()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAlysMetrics(options => options.Listen = "127.0.0.1:0");
        builder.Services.AddAkka("sample", akka => akka
            .WithActors((system, registry) =>
                registry.Register<WorkerActor>(system.ActorOf(Props.Create<WorkerActor>(), "worker")))
            .WithAlysMetrics(options => options.SampleOneIn = 1));
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        IActorRef worker = host.Services.GetRequiredService<ActorRegistry>().Get<WorkerActor>();
        await Ask.Done(worker);
        await Ask.Done(worker);
        string page = await PageOf(host.Services.GetRequiredService<MetricsListener>().Address!);

        foreach (string family in Families) AssertHas(page, $"\n{family}{{actor_type=\"worker\"");
        AssertHas(page, "\nalys_actor_messages_total{actor_type=\"worker\"} 2\n");
        AssertHas(page, "\nalys_actor_asks_total{result=\"timeout\"} 0\n");
        AssertHas(page, "\nalys_actor_dispatcher_delay_seconds_sum{dispatcher=\"akka.actor.default-dispatcher\"} ");
        AssertHas(page, "\nalys_actor_dead_letters_total{cause=\"mailbox_full\"} 0\n");
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_a_registry_the_actors_have_a_page_of_their_own_until_the_system_ends()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAkka("sample", akka => akka
            .WithActors((system, registry) =>
                registry.Register<WorkerActor>(system.ActorOf(Props.Create<WorkerActor>(), "worker")))
            .WithAlysMetrics(options => options.Listen = address.Authority));
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await Ask.Done(host.Services.GetRequiredService<ActorRegistry>().Get<WorkerActor>());

        string page = await PageOf(address);
        await host.StopAsync(TestContext.Current.CancellationToken);

        AssertHas(page, "\nalys_actor_messages_total{actor_type=\"worker\"} 1\n");
        await MeasuredSystem.Until(() => IsFree(address.Port), "the page is closed");
    }

    [Fact]
    public async Task A_page_that_cannot_be_opened_stops_no_actor()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAkka("sample", akka => akka
            .WithActors((system, registry) =>
                registry.Register<WorkerActor>(system.ActorOf(Props.Create<WorkerActor>(), "worker")))
            .WithAlysMetrics(options => options.Listen = taken.LocalEndpoint.ToString()));
        using IHost host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        await Ask.Done(host.Services.GetRequiredService<ActorRegistry>().Get<WorkerActor>());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertHas(string page, string text) => Assert.Contains(text, page, StringComparison.Ordinal);

    private static async Task<string> PageOf(Uri address)
    {
        using var client = new HttpClient { Timeout = Patience };
        return await client.GetStringAsync(new Uri(address, "/metrics"), TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
