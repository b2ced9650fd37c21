using System.Buffers;
using System.Buffers.Binary;

namespace Alys.Metrics.Hosting.Compression;

/// <summary>Packs bits into bytes, the lowest first, and hands these over in pieces.</summary>
/// <remarks><b>Threads:</b> one at a time. <b>Source:</b> RFC 1951, section 3.1.1.</remarks>
internal sealed class BitWriter
{
    private readonly byte[] _bytes = new byte[4096];
    private int _length;
    private ulong _bits;
    private int _count;

    /// <summary>Where the bytes go.</summary>
    internal IBufferWriter<byte>? Output { get; set; }

    internal void Write(BitString bits)
    {
        _bits |= (ulong)bits.Bits << _count;
        _count += bits.Count;
        if (_count < 32) return;
        BinaryPrimitives.WriteUInt32LittleEndian(Room(sizeof(uint)), (uint)_bits);
        _length += sizeof(uint);
        _bits >>= 32;
        _count -= 32;
    }

    /// <summary>Bytes as they are, after the bits of the last byte are filled up with zeros.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        for (; _count > 0; _count -= 8, _bits >>= 8)
        {
            Room(1)[0] = (byte)_bits;
            _length++;
        }

        _count = 0;
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Hands all whole bytes over but the last three at most.</summary>
    internal void Flush()
    {
        Output!.Write(_bytes.AsSpan(0, _length));
        _length = 0;
    }

    /// <summary>Forgets what was not handed over.</summary>
    internal void Reset()
    {
        _length = 0;
        _bits = 0;
        _count = 0;
        Output = null;
    }

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - _length < size) Flush();
        return _bytes.AsSpan(_length);
    }
}
