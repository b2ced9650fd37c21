namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>Picks one event in N of a thread at random intervals, for events that have no position to hash: gaps are
/// even between 1 and 2N - 1, so N on average, and no pattern of the events can hide from them.</summary>
internal static class RandomGap
{
    [ThreadStatic]
    private static int _left;

    /// <summary>Whether this event is picked.</summary>
    /// <param name="oneIn">N; 1: always, 0: never.</param>
    internal static bool IsOver(int oneIn)
    {
        if (oneIn == 1) return true;
        if (oneIn == 0 || --_left > 0) return false;
        _left = Random.Shared.Next(1, 2 * oneIn);
        return true;
    }
}
