using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using MaxMind.Db;

namespace Alys.Metrics.Collectors.Peers;

/// <summary>A file that has the country of each network, in memory as a whole.</summary>
/// <remarks>
/// <para>In memory, not mapped: a mapped file that somebody shortens while it is read ends the process.</para>
/// <para><b>Threads:</b> any, and it may be disposed at any time. The reader may not: it reads memory by address, so
/// that a look-up in memory that was just given back ends the process. See <see cref="LastUse"/>.</para>
/// </remarks>
internal sealed class CountryFile : IDisposable
{
    /// <summary>A file of all countries has 8 MB; this keeps a wrong one from filling the memory.</summary>
    private const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>How many networks are read to see whether the file is whole. One that lacks its beginning or a piece
    /// of its middle fails within the first few; one that lacks its end cannot be opened at all.</summary>
    private const int ProbedNetworks = 4096;

    private const string Remedy =
        "take geo-whois-asn-country.mmdb out of npm's @ip-location-db/geo-whois-asn-country-mmdb, or go without a file";

    private readonly Reader _reader;
    private readonly LastUse _use;

    private CountryFile(Reader reader)
    {
        _reader = reader;
        _use = new LastUse(reader);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no file of countries, or damaged.</exception>
    public static CountryFile Open(string path)
    {
        using FileStream stream = OpenStream(path);
        if (!stream.CanSeek || stream.Length == 0) throw Unusable(path, "is empty");
        if (stream.Length > MaxBytes) throw Unusable(path, "is larger than any file of countries (64 MiB)");

        Reader? reader = null;
        bool hasCountries;
        try
        {
            reader = new Reader(stream);
            hasCountries = reader.FindAll<CountryRecord>().Take(ProbedNetworks)
                .Any(network => network.Data.Code is not null);
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException))
        {
            reader?.Dispose();
            throw Unusable(path, "is no MMDB file, or damaged", e);
        }

        if (hasCountries) return new CountryFile(reader);
        reader.Dispose();
        throw Unusable(path, "is an MMDB file without 'country_code'");
    }

    /// <summary>The code that the file has for an address; null when it has none, or is disposed.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A fault in the file must not become one of the node.")]
    public string? CountryOf(IPAddress address)
    {
        if (!_use.TryEnter()) return null;
        try
        {
            // A file of IPv4 would take the first half of an IPv6 prefix for an IPv4 address.
            return address.AddressFamily == AddressFamily.InterNetworkV6 && _reader.Metadata.IPVersion == 4
                ? null
                : _reader.Find<CountryRecord>(address)?.Code;
        }
        catch (Exception)
        {
            return null;
        }
        finally
        {
            _use.Leave();
        }
    }

    /// <summary>Gives the memory back when no look-up needs it any more. A second call does nothing.</summary>
    public void Dispose() => _use.Dispose();

    private static FileStream OpenStream(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException($"There is no file '{path}': {Remedy}.", path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be read: give a file that this user may read, or go without.", e);
        }
    }

    private static InvalidDataException Unusable(string path, string why, Exception? inner = null) =>
        new($"'{path}' {why}: {Remedy}.", inner);
}
