using System.Buffers;
using System.Diagnostics;
using Alys.Metrics.Callbacks;
using Alys.Metrics.Cells;
using Alys.Metrics.Families;

namespace Alys.Metrics.Exposition;

/// <summary>
/// One writing of the registry, in pieces: <see cref="WriteNext"/> until it says that nothing is left, with a flush
/// between, so a page of any size needs little memory and waits for its own reader only.
/// </summary>
/// <remarks><b>Threads:</b> one at a time for one scrape; any number of scrapes at once. Dispose one that is not
/// written to its end, so that its memory is used again.</remarks>
public sealed class Scrape : IDisposable
{
    private readonly Family[] _families;
    private readonly CallbackReader _callbacks;
    private readonly SelfMetrics _self;
    private readonly ExpositionFormat _format;
    private readonly bool _isWhole;
    private readonly long _began;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>What callbacks said; null: there are none.</summary>
    private CallbackRound? _round;
    private bool _callbacksRead;

    /// <summary>Taken after the callbacks were read, so that what they counted is on this page.</summary>
    private long[][]? _cells;

    /// <summary>The family being written, and its next child.</summary>
    private int _family;
    private int _child;
    private bool _headerWritten;
    private bool _ended;

    /// <summary>A scrape of some families in their order.</summary>
    internal Scrape(
        Family[] families, CallbackReader callbacks, SelfMetrics self, ExpositionFormat format, bool isWhole)
    {
        _families = families;
        _callbacks = callbacks;
        _self = self;
        _format = format;
        _isWhole = isWhole;
        _began = self.Begin();
    }

    /// <summary>Bytes written so far.</summary>
    public long Written { get; private set; }

    /// <summary>
    /// Waits for the callbacks of observable metrics without blocking a thread; <see cref="WriteNext"/> would block.
    /// What is not read in time is left out and counted in <c>alys_metrics_callback_failures_total</c>.
    /// </summary>
    /// <param name="atMost">The longest wait; <see cref="MetricRegistryOptions.CallbackPatience"/> when that is
    /// less.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <remarks><b>Cost:</b> nothing without callbacks; a second call returns at once.</remarks>
    public async ValueTask ReadCallbacksAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        if (BeginCallbacks() is not { } round) return;
        TimeSpan limit = atMost < _callbacks.Patience ? atMost : _callbacks.Patience;
        await round.WaitAsync(limit, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes about <paramref name="budget"/> bytes, at least one child; false when the page is
    /// whole.</summary>
    public bool WriteNext(IBufferWriter<byte> output, int budget)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_ended) return false;
        BeginCallbacks()?.Wait();
        _cells ??= CellStore.Snapshot();
        var writer = new SampleWriter(output, _format, _cells, _round);
        while (writer.Written < budget && _family < _families.Length) WriteFamily(ref writer, budget);
        if (_family == _families.Length) WriteEnd(ref writer);
        writer.Complete();
        Written += writer.Written;
        if (_ended) End();
        return !_ended;
    }

    /// <summary>Gives up what is not written; nothing more will be.</summary>
    public void Dispose()
    {
        _ended = true;
        _round?.Release();
        _round = null;
    }

    /// <summary>Asks for readings at the first call; null: there is nothing to wait for.</summary>
    private CallbackRound? BeginCallbacks()
    {
        if (_callbacksRead || _ended) return null;
        _callbacksRead = true;
        int count = 0;
        foreach (Family family in _families)
        {
            if (family.Callback is not null) count++;
        }

        if (count == 0) return null;
        var callbacks = new List<Callback>(count);
        foreach (Family family in _families)
        {
            if (family.Callback is { } callback) callbacks.Add(callback);
        }

        return _round = _callbacks.Begin(callbacks);
    }

    private void WriteFamily(ref SampleWriter writer, int budget)
    {
        Family family = _families[_family];
        writer.Begin(_headerWritten ? null : family.Header.In(_format));
        _child = family.Write(ref writer, _child, budget);
        _headerWritten = writer.Begun;
        if (_child != Family.Done) return;
        _family++;
        _child = 0;
        _headerWritten = false;
    }

    private void WriteEnd(ref SampleWriter writer)
    {
        writer.Begin(null);
        if (_format == ExpositionFormat.OpenMetrics) writer.Raw("# EOF\n"u8);
        _ended = true;
    }

    private void End()
    {
        Dispose();
        if (_isWhole) _self.Shown(_began);
        _self.Scraped(Stopwatch.GetElapsedTime(_started), Written);
    }
}
