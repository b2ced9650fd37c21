using System.Net.Http.Headers;
using System.Text;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>Where a node's JSON-RPC is, with what is secret in its URL kept apart from what may be shown.</summary>
internal sealed class NodeEndpoint
{
    /// <summary>Takes a URL apart.</summary>
    /// <param name="url">Absolute, http or https; may hold a user and a password.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public NodeEndpoint(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The RPC URL must begin with http:// or https://, like http://127.0.0.1:8545.");

        Shown = url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        Url = new UriBuilder(url) { UserName = "", Password = "", Fragment = "" }.Uri;
        if (url.UserInfo.Length > 0) Authorization = BasicCredentials(url.UserInfo);
    }

    /// <summary>What is asked: without user and password.</summary>
    public Uri Url { get; }

    /// <summary>For messages: scheme, host and port only, since hosted nodes put their keys in the path or the
    /// query.</summary>
    public string Shown { get; }

    /// <summary>The user and the password of the URL; null when it has none.</summary>
    public AuthenticationHeaderValue? Authorization { get; }

    public override string ToString() => Shown;

    /// <remarks><b>Source:</b> RFC 7617.</remarks>
    private static AuthenticationHeaderValue BasicCredentials(string userInfo)
    {
        string credentials = Uri.UnescapeDataString(userInfo);
        if (!userInfo.Contains(':', StringComparison.Ordinal)) credentials += ":";
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
    }
}
