using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace Alys.Metrics.Hosting.Compression;

/// <summary>
/// A page that is compressed piece by piece. It does no I/O: the caller flushes the response between the pieces, and a
/// page that is given up in the middle waits for nobody and has no end, so nobody takes it for whole.
/// </summary>
/// <remarks>
/// <para>The compressor of the runtime asks malloc for 350 KiB of native memory a page. malloc keeps what is given back
/// for the thread that had asked, and some versions cannot use it again: each thread of the pool came to hold two
/// MiB. This one has 112 KiB, which the next page uses again, and is made for text whose lines begin alike: it
/// compares with the newest place that had the same four bytes, and with no other.</para>
/// <para><b>Threads:</b> one at a time. <b>Cost:</b> the first page takes the memory, no other.</para>
/// <para><b>Source:</b> RFC 1951 and RFC 1952.</para>
/// </remarks>
internal sealed class GzipPage : IBufferWriter<byte>, IDisposable
{
    /// <summary>The farthest that a repetition may lie back.</summary>
    private const int Window = 32 * 1024;

    private const int PieceSize = 48 * 1024;

    /// <summary>A page with longer pieces is not used again, as it would keep them.</summary>
    private const int MostKept = 4 * PieceSize;

    private const int Word = sizeof(uint);
    private const int PlaceBits = 13;

    /// <summary>No name, no time, no system: the same page is the same bytes.</summary>
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 0xFF];

    /// <summary>The last block, with the fixed codes.</summary>
    private static readonly BitString BlockHeader = new(0b011, 3);

    /// <summary>One that is not in use: seldom are two scraped at once.</summary>
    private static GzipPage? _spare;

    private readonly BitWriter _writer = new();
    private readonly Crc32 _sum = new();

    /// <summary>Where in the page a word was seen last, by its hash; what it points at is compared.</summary>
    private readonly uint[] _places = new uint[1 << PlaceBits];

    /// <summary>What was compressed and can be referred to, then what is to be.</summary>
    private byte[] _text = new byte[Window + PieceSize];

    /// <summary>Where in the page the text begins.</summary>
    private uint _start;

    private int _compressed;
    private int _length;

    private GzipPage()
    {
    }

    /// <summary>A new page.</summary>
    /// <param name="response">Where it goes.</param>
    internal static GzipPage Begin(IBufferWriter<byte> response)
    {
        GzipPage page = Interlocked.Exchange(ref _spare, null) ?? new GzipPage();
        page._writer.Output = response;
        page._writer.Write(Header);
        page._writer.Write(BlockHeader);
        return page;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _text.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _text.AsSpan(_length);
    }

    /// <summary>Hands over what was written since the last time.</summary>
    internal void Compress()
    {
        _sum.Append(_text.AsSpan(_compressed.._length));
        Encode(_text.AsSpan(0, _length), _compressed);
        _writer.Flush();
        // The newest part stays to be referred to.
        int left = Math.Max(0, _length - Window);
        _text.AsSpan(left.._length).CopyTo(_text);
        _start += (uint)left;
        _length -= left;
        _compressed = _length;
    }

    /// <summary>Writes the end of the compressed page.</summary>
    internal void Complete()
    {
        Span<byte> trailer = stackalloc byte[2 * Word];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _sum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[Word..], _start + (uint)_length);
        _writer.Write(FixedCodes.End);
        _writer.Write(trailer);
        _writer.Flush();
    }

    public void Dispose()
    {
        if (_text.Length > MostKept) return;
        _writer.Reset();
        _sum.Reset();
        Array.Clear(_places);
        _start = 0;
        _compressed = 0;
        _length = 0;
        Volatile.Write(ref _spare, this);
    }

    private void Encode(ReadOnlySpan<byte> text, int i)
    {
        while (i + Word <= text.Length)
        {
            uint word = BinaryPrimitives.ReadUInt32LittleEndian(text[i..]);
            uint back = Back(word, i);
            int length = back - 1 < Math.Min(i, Window) ? Same(text, i, (int)back) : 0;
            if (length < Word)
            {
                _writer.Write(FixedCodes.Literal(text[i++]));
                continue;
            }

            _writer.Write(FixedCodes.Length(length));
            _writer.Write(FixedCodes.Distance((int)back));
            i += length;
        }

        for (; i < text.Length; i++) _writer.Write(FixedCodes.Literal(text[i]));
    }

    /// <summary>How far back the word was seen last, by its hash, and notes that it is here.</summary>
    private uint Back(uint word, int i)
    {
        const uint golden = 0x9E3779B1;
        ref uint place = ref _places[word * golden >> (32 - PlaceBits)];
        uint here = _start + (uint)i;
        uint back = here - place;
        place = here;
        return back;
    }

    private static int Same(ReadOnlySpan<byte> text, int i, int back)
    {
        int most = Math.Min(text.Length - i, FixedCodes.MostLength);
        return text.Slice(i, most).CommonPrefixLength(text.Slice(i - back, most));
    }

    private void MakeRoom(int sizeHint)
    {
        if (_text.Length - _length >= Math.Max(1, sizeHint)) return;
        Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + sizeHint));
    }
}
