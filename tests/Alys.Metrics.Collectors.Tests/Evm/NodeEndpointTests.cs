using System.Text;
using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class NodeEndpointTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8545", "http://127.0.0.1:8545")]
    [InlineData("http://[::1]:8545/", "http://[::1]:8545")]
    [InlineData("https://user:secret@node.example/v3/secret?key=secret", "https://node.example")]
    public void Only_scheme_host_and_port_are_shown(string url, string shown) =>
        Assert.Equal(shown, new NodeEndpoint(new Uri(url)).ToString());

    [Fact]
    public void Path_and_query_are_asked_for_without_user_and_password() => Assert.Equal(
        "https://node.example/v3/key?a=b",
        new NodeEndpoint(new Uri("https://user:secret@node.example/v3/key?a=b#c")).Url.AbsoluteUri);

    [Theory]
    [InlineData("http://alys:p%40ss%3Aword@node:8545", "alys:p@ss:word")]
    [InlineData("http://alys@node:8545", "alys:")]
    public void User_and_password_become_basic_credentials(string url, string credentials)
    {
        var authorization = new NodeEndpoint(new Uri(url)).Authorization;
        Assert.Equal("Basic", authorization?.Scheme);
        Assert.Equal(credentials, Encoding.UTF8.GetString(Convert.FromBase64String(authorization?.Parameter ?? "")));
    }

    [Fact]
    public void Without_a_user_there_are_no_credentials() =>
        Assert.Null(new NodeEndpoint(new Uri("http://node:8545")).Authorization);

    [Theory]
    [InlineData("ws://127.0.0.1:8546")]
    [InlineData("ftp://node/x")]
    [InlineData("/var/run/geth.ipc")]
    [InlineData("127.0.0.1:8545")]
    public void Other_addresses_are_refused_with_an_example(string url)
    {
        var e = Assert.Throws<ArgumentException>(() => new NodeEndpoint(new Uri(url, UriKind.RelativeOrAbsolute)));
        Assert.Contains("http://127.0.0.1:8545", e.Message, StringComparison.Ordinal);
    }
}
