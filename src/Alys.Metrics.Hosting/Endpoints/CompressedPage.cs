using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace Alys.Metrics.Hosting.Endpoints;

/// <summary>
/// Compresses what is written to it, piece by piece, into memory of the response. It does no I/O: the caller flushes
/// the response between the pieces, and a page that is given up in the middle waits for nobody.
/// </summary>
/// <remarks><b>Cost:</b> the state of the compressor, a page; the piece's buffer is used again.</remarks>
internal sealed class CompressedPage : IBufferWriter<byte>, IDisposable
{
    private readonly ResponseStream _response;
    private readonly GZipStream _gzip;

    /// <summary>One piece, plain.</summary>
    private byte[] _piece;
    private int _length;

    internal CompressedPage(PipeWriter response, int pieceSize)
    {
        _response = new ResponseStream(response);
        _gzip = new GZipStream(_response, CompressionLevel.Fastest, leaveOpen: true);
        _piece = ArrayPool<byte>.Shared.Rent(pieceSize);
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _piece.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _piece.AsSpan(_length);
    }

    /// <summary>Hands the piece over.</summary>
    internal void Compress()
    {
        _gzip.Write(_piece, 0, _length);
        _length = 0;
    }

    /// <summary>Writes the end of the compressed page.</summary>
    internal void Complete() => _gzip.Dispose();

    public void Dispose()
    {
        // A page that is given up must not look whole: its end goes nowhere.
        _response.IsClosed = true;
        _gzip.Dispose();
        ArrayPool<byte>.Shared.Return(_piece);
        _piece = [];
    }

    private void MakeRoom(int sizeHint)
    {
        if (_piece.Length - _length >= Math.Max(1, sizeHint)) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_piece.Length * 2, _length + sizeHint));
        _piece.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_piece);
        _piece = larger;
    }

    /// <summary>The memory of a response as the stream that the compressor wants.</summary>
    private sealed class ResponseStream(PipeWriter response) : Stream
    {
        internal bool IsClosed { get; set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!IsClosed) response.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
