using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alys.Metrics.Collectors.Tests.Peers;

/// <summary>A small MMDB file that is made up, with one record a network.</summary>
/// <remarks><b>Source:</b> the MaxMind DB File Format Specification, version 2.0.</remarks>
internal sealed class MmdbFile
{
    private const int DataSeparatorLength = 16;
    private const int Empty = -1;

    private readonly int _ipVersion;
    private readonly List<int[]> _nodes = [[Empty, Empty]];
    private readonly List<byte[]> _records = [];

    public MmdbFile(int ipVersion = 6) => _ipVersion = ipVersion;

    public MmdbFile Add(string network, string country) => Add(network, Map(("country_code", Text(country))));

    public MmdbFile Add(string network, byte[] record)
    {
        IPNetwork parsed = IPNetwork.Parse(network);
        byte[] bytes = parsed.BaseAddress.GetAddressBytes();
        int length = parsed.PrefixLength;
        if (_ipVersion == 6 && parsed.BaseAddress.AddressFamily == AddressFamily.InterNetwork)
        {
            bytes = [.. new byte[12], .. bytes];
            length += 96;
        }

        int node = 0;
        for (int bit = 0; bit < length - 1; bit++)
            node = Below(node, Bit(bytes, bit));
        // Data is told from nodes by numbers below the empty one's.
        _nodes[node][Bit(bytes, length - 1)] = Empty - 1 - _records.Count;
        _records.Add(record);
        return this;
    }

    public byte[] ToBytes()
    {
        int offset = _nodes.Count + DataSeparatorLength;
        int[] starts = new int[_records.Count];
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = offset;
            offset += _records[i].Length;
        }

        MemoryStream file = new();
        foreach (int record in _nodes.SelectMany(node => node))
        {
            int pointer = record >= 0 ? record : record == Empty ? _nodes.Count : starts[Empty - 1 - record];
            file.Write(BigEndian((uint)pointer));
        }

        file.Write(new byte[DataSeparatorLength]);
        foreach (byte[] record in _records)
            file.Write(record);
        file.Write([0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8, .. Metadata()]);
        return file.ToArray();
    }

    public static byte[] Map(params (string Key, byte[] Value)[] entries) =>
        [(byte)(0xE0 | entries.Length), .. entries.SelectMany(entry => Text(entry.Key).Concat(entry.Value))];

    public static byte[] Text(string text) => [(byte)(0x40 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    public static byte[] Number(uint number) => [0xC4, .. BigEndian(number)];

    private static byte[] BigEndian(uint number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static int Bit(byte[] bytes, int bit) => (bytes[bit / 8] >> (7 - bit % 8)) & 1;

    private byte[] Metadata() => Map(
        ("node_count", Number((uint)_nodes.Count)),
        ("record_size", [0xA2, 0, 32]),
        ("ip_version", [0xA2, 0, (byte)_ipVersion]),
        ("database_type", Text("made up")),
        ("languages", [0x00, 0x04]),
        ("binary_format_major_version", [0xA2, 0, 2]),
        ("binary_format_minor_version", [0xA2, 0, 0]),
        ("build_epoch", [0x04, 0x02, .. BigEndian(1_700_000_000)]),
        ("description", Map()));

    private int Below(int node, int side)
    {
        if (_nodes[node][side] < 0)
        {
            _nodes[node][side] = _nodes.Count;
            _nodes.Add([Empty, Empty]);
        }

        return _nodes[node][side];
    }
}
