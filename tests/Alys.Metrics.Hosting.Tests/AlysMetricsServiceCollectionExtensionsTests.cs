using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Alys.Metrics.Hosting.Tests;

public sealed class AlysMetricsServiceCollectionExtensionsTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost:9001")]
    [InlineData("127.0.0.1:99999")]
    public async Task A_bad_address_fails_the_start_with_a_sentence(string listen)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(
            () => RunningHost.StartAsync(options => options.Listen = listen));

        Assert.Contains($"Listen is '{listen}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_is_named()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningHost.StartAsync(options =>
        {
            options.Component = "";
            options.Collection.Interval = TimeSpan.Zero;
            options.Registry.SeriesLimit = 1;
        }));

        Assert.Equal(3, error.Failures.Count());
    }

    [Fact]
    public void Calling_it_twice_adds_settings_and_no_second_registry()
    {
        var services = new ServiceCollection();

        services.AddAlysMetrics(options => options.Component = "first");
        services.AddAlysMetrics(options => options.Registry.SeriesLimit = 500);

        Assert.Single(services, service => service.ServiceType == typeof(MetricRegistry));
        using ServiceProvider provider = services.BuildServiceProvider();
        AlysMetricsOptions options = provider.GetRequiredService<IOptions<AlysMetricsOptions>>().Value;
        Assert.Equal(("first", 500), (options.Component, options.Registry.SeriesLimit));
    }

    [Fact]
    public async Task By_default_it_listens_on_loopback_9001_only() =>
        Assert.Equal("127.0.0.1:9001", await Task.FromResult(new AlysMetricsOptions().Listen));

    [Fact]
    public async Task A_taken_port_is_one_sentence()
    {
        await using RunningHost first = await RunningHost.StartAsync();
        string taken = first.Client.BaseAddress!.Authority;

        var error = await Assert.ThrowsAsync<IOException>(
            () => RunningHost.StartAsync(options => options.Listen = taken));

        Assert.StartsWith($"Cannot listen on {taken}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_there_is_no_listener()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAlysMetrics(options => options.Listen = null);
        using IHost host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Null(host.Services.GetRequiredService<MetricsListener>().Address);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }
}
