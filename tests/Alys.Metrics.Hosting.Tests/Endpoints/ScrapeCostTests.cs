using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alys.Metrics.Hosting.Tests.Endpoints;

/// <summary>Runs apart from the other tests, because what they allocate would be counted.</summary>
[Collection(nameof(ScrapeCostTests))]
[CollectionDefinition(nameof(ScrapeCostTests), DisableParallelization = true)]
public sealed class ScrapeCostTests
{
    private const int WarmUp = 50;
    private const int Scrapes = 31;

    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>With the runtime's meters the limit is higher: their own callbacks allocate some 8 KiB a
    /// scrape.</summary>
    [Theory]
    [InlineData("identity", false, 16 * 1024)]
    [InlineData("identity", true, 24 * 1024)]
    [InlineData("gzip", false, 24 * 1024)]
    public async Task A_scrape_of_ten_thousand_series_allocates_no_more_than_its_request(
        string encoding, bool withMeters, int limit)
    {
        await using RunningHost host = await RunningHost.StartAsync(options =>
        {
            options.Registry.SeriesLimit = 20_000;
            if (!withMeters) options.Meters.Clear();
            options.Collection.Interval = TimeSpan.FromMinutes(5);
        });
        AddSeries(host.Registry);
        using Socket client = Connect(host.Client.BaseAddress!);
        byte[] request = Encoding.ASCII.GetBytes(
            "GET /metrics HTTP/1.1\r\nHost: a\r\nX-Prometheus-Scrape-Timeout-Seconds: 10\r\n" +
            "Accept: application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75," +
            $"text/plain;version=0.0.4;q=0.5,*/*;q=0.1\r\nAccept-Encoding: {encoding}\r\n\r\n");
        for (int i = 0; i < WarmUp; i++) Scrape(client, request);

        var allocated = new long[Scrapes];
        for (int i = 0; i < Scrapes; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Scrape(client, request);
            allocated[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Array.Sort(allocated);
        Assert.InRange(allocated[Scrapes / 2], 1, limit);
    }

    private static void AddSeries(MetricRegistry registry)
    {
        for (int family = 0; family < 100; family++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"family_{family}_total");
            TextFamily<Counter> counters = registry.TextCounterFamily(name, "Tests.", null, "a", "b");
            for (int i = 0; i < 100; i++)
                counters.WithLabels(i.ToString(CultureInfo.InvariantCulture), "b").Add(i * 1_000);
        }

        for (int i = 0; i < 20; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"asked_{i}");
            registry.ObservableGauge(name, "Tests.", () => 1.5);
        }
    }

    private static Socket Connect(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, address.Port);
        return socket;
    }

    /// <summary>Reads until the last chunk, which is empty. Allocates nothing.</summary>
    private void Scrape(Socket client, byte[] request)
    {
        client.Send(request);
        int kept = 0;
        while (true)
        {
            int received = client.Receive(_buffer.AsSpan(kept));
            if (received == 0) throw new InvalidOperationException("The server closed the connection inside a page.");
            ReadOnlySpan<byte> read = _buffer.AsSpan(0, kept + received);
            if (read.EndsWith("\r\n0\r\n\r\n"u8)) return;
            kept = Math.Min(read.Length, 7);
            read[^kept..].CopyTo(_buffer);
        }
    }
}
