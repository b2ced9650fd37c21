using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Alys.DevNode.Hosting;

/// <summary>Where the node itself answers JSON-RPC: those of its parts that ask it over HTTP start before it
/// listens.</summary>
internal static class OwnAddress
{
    /// <exception cref="HttpRequestException">It does not listen yet.</exception>
    public static Uri Of(IServer server) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? new Uri(address) : throw new HttpRequestException("the node does not listen yet");
}
