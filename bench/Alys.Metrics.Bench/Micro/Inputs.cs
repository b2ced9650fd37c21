namespace Alys.Metrics.Bench.Micro;

/// <summary>
/// What the loops are fed with: made before, in an order that a processor cannot guess, the same in every run. Reading
/// one array a turn is all that a loop costs beside what it measures.
/// </summary>
internal static class Inputs
{
    /// <summary>Turns of one loop: more than a processor learns by heart, and all of it stays in the nearer caches.
    /// </summary>
    public const int Times = 8192;

    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

    /// <summary>Values of every bucket, from 0.0016 to 1.6 seconds.</summary>
    public static readonly double[] Values = Make(random => Math.Pow(10, random.NextDouble() * 3 - 2.8));

    /// <summary>Pairs of two closed sets, as ours wants them.</summary>
    public static readonly (Outcome Outcome, Transport Transport)[] Enums =
        Make(random => ((Outcome)random.Next(3), (Transport)random.Next(2)));

    /// <summary>The same pairs as prometheus-net wants them.</summary>
    public static readonly (string Outcome, string Transport)[] Names =
        [.. Enums.Select(pair => (LabelValue.Of(pair.Outcome), LabelValue.Of(pair.Transport)))];

    /// <summary>The same pairs as OpenTelemetry wants them: six arrays that are kept.</summary>
    public static readonly KeyValuePair<string, object?>[][] Tags = MakeTags();

    /// <summary>100 pairs of open sets.</summary>
    public static readonly (string Client, string Network)[] Texts = Make(random => Text(random.Next(100)));

    private static (string Client, string Network) Text(int number) =>
        ($"client-{number}/v1.2.3", number % 2 == 0 ? "mainnet" : "testnet");

    private static T[] Make<T>(Func<Random, T> make)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Times).Select(_ => make(random))];
    }

    private static KeyValuePair<string, object?>[][] MakeTags()
    {
        var made = new Dictionary<(string, string), KeyValuePair<string, object?>[]>();
        foreach ((string outcome, string transport) in Names)
            made.TryAdd((outcome, transport), [new("outcome", outcome), new("transport", transport)]);
        return [.. Names.Select(pair => made[pair])];
    }
}
