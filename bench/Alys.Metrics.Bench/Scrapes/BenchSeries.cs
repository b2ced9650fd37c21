using System.Globalization;

namespace Alys.Metrics.Bench.Scrapes;

/// <summary>
/// The series that every server has: ten counters by two texts, with totals from one to ten digits. Each of four
/// threads writes to each series once.
/// </summary>
/// <param name="count">How many series in all.</param>
internal sealed class BenchSeries(int count)
{
    public const int Families = 10;

    private const int Writers = 4;

    /// <summary>Never set: the threads stay, as those of a pool do.</summary>
    private static readonly ManualResetEventSlim StayAlive = new();

    public int Count => count;

    /// <summary>Series of one family.</summary>
    public int Each => count / Families;

    public static string Name(int family) => string.Create(CultureInfo.InvariantCulture, $"bench_{family}_requests");

    public static string Help(int family) => $"Requests of the kind {family}.";

    /// <summary>Has four threads call <paramref name="add"/> with every series.</summary>
    /// <param name="add">Takes family, labels and an amount.</param>
    public void Write(Action<int, string, string, long> add)
    {
        using var done = new CountdownEvent(Writers);
        for (int writer = 0; writer < Writers; writer++)
        {
            var random = new Random(writer);
            var thread = new Thread(() =>
            {
                for (int i = 0; i < count; i++) WriteOne(add, i, random);
                done.Signal();
                StayAlive.Wait();
            });
            thread.IsBackground = true;
            thread.Start();
        }

        done.Wait();
    }

    private void WriteOne(Action<int, string, string, long> add, int i, Random random)
    {
        int number = i % Each;
        add(
            i / Each,
            string.Create(CultureInfo.InvariantCulture, $"client-{number / 2}/v1.2.3"),
            number % 2 == 0 ? "mainnet" : "testnet",
            (long)Math.Pow(10, random.NextDouble() * 9.4));
    }
}
