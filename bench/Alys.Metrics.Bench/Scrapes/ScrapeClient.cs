using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alys.Metrics.Bench.Scrapes;

/// <summary>
/// Asks for a page over one connection that is kept, and reads it to its end into one buffer. As little as a client can
/// do, so that what is measured is the server.
/// </summary>
internal sealed class ScrapeClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _request;
    private readonly byte[] _buffer = new byte[256 * 1024];

    /// <summary>What was received and not yet looked at.</summary>
    private int _start;
    private int _end;

    /// <param name="page">Its address.</param>
    /// <param name="request">What is asked for.</param>
    public ScrapeClient(Uri page, ScrapeRequest request)
    {
        string encoding = request.AcceptEncoding is { } value ? $"Accept-Encoding: {value}\r\n" : "";
        _request = Encoding.ASCII.GetBytes(
            $"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\n"
            + $"Accept: {request.Accept}\r\n{encoding}\r\n");
        _socket.NoDelay = true;
        _socket.Connect(IPAddress.Parse(page.Host), page.Port);
    }

    /// <summary>Reads the page once.</summary>
    /// <param name="copy">Gets the body; null: it is thrown away.</param>
    /// <returns>The length of the body.</returns>
    public long Scrape(Stream? copy = null)
    {
        _socket.Send(_request);
        string head = ReadHead();
        if (!head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
            throw new InvalidOperationException($"The page answers: {head.Split('\r')[0]}");
        if (Header(head, "Content-Length") is not { } length) return ReadChunks(copy);
        long body = long.Parse(length, CultureInfo.InvariantCulture);
        Skip(body, copy);
        return body;
    }

    public void Dispose() => _socket.Dispose();

    private static string? Header(string head, string name) => head.Split("\r\n")
        .Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();

    private string ReadHead()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0) Receive();
        string head = Encoding.ASCII.GetString(_buffer, _start, length);
        _start += length + 4;
        return head;
    }

    private long ReadChunks(Stream? copy)
    {
        long body = 0;
        while (true)
        {
            long length = ReadChunkLength();
            Skip(length, copy);
            Skip(2, copy: null);
            if (length == 0) return body;
            body += length;
        }
    }

    private long ReadChunkLength()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0) Receive();
        long chunk = long.Parse(
            _buffer.AsSpan(_start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _start += length + 2;
        return chunk;
    }

    private void Skip(long length, Stream? copy)
    {
        while (length > 0)
        {
            if (_start == _end) Receive();
            int part = (int)Math.Min(length, _end - _start);
            copy?.Write(_buffer, _start, part);
            _start += part;
            length -= part;
        }
    }

    /// <summary>Receives some bytes behind those that are there.</summary>
    private void Receive()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        int received = _socket.Receive(_buffer.AsSpan(_end));
        if (received == 0) throw new InvalidOperationException("The server closed the connection inside a page.");
        _end += received;
    }
}
