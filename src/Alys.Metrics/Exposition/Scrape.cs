using System.Buffers;
using System.Diagnostics;
using Alys.Metrics.Cells;
using Alys.Metrics.Families;

namespace Alys.Metrics.Exposition;

/// <summary>
/// One writing of the whole registry, in pieces: <see cref="WriteNext"/> until it says that nothing is left, with a
/// flush between, so a page of any size needs little memory and waits for its own reader only.
/// </summary>
/// <remarks><b>Threads:</b> one at a time for one scrape; any number of scrapes at once.</remarks>
public sealed class Scrape
{
    private readonly Family[] _families;
    private readonly SelfMetrics _self;
    private readonly ExpositionFormat _format;
    private readonly long[][] _cells = CellStore.Snapshot();
    private readonly long _began;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>The family being written, and its next child.</summary>
    private int _family;
    private int _child;
    private bool _headerWritten;
    private bool _ended;

    internal Scrape(Family[] families, SelfMetrics self, ExpositionFormat format)
    {
        _families = families;
        _self = self;
        _format = format;
        _began = self.Begin();
    }

    /// <summary>Bytes written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Writes about <paramref name="budget"/> bytes, at least one child; false when the page is
    /// whole.</summary>
    public bool WriteNext(IBufferWriter<byte> output, int budget)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_ended) return false;
        var writer = new SampleWriter(output, _format, _cells);
        while (writer.Written < budget && _family < _families.Length) WriteFamily(ref writer, budget);
        if (_family == _families.Length) End(ref writer);
        writer.Complete();
        Written += writer.Written;
        if (_ended) _self.Scraped(_began, Stopwatch.GetElapsedTime(_started), Written);
        return !_ended;
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

    private void End(ref SampleWriter writer)
    {
        writer.Begin(null);
        if (_format == ExpositionFormat.OpenMetrics) writer.Raw("# EOF\n"u8);
        _ended = true;
    }
}
