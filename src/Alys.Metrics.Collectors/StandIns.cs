// Stands in for the catalog until it lands.
namespace Alys.Metrics.Node;
#pragma warning disable CS1591, CA1822, CA1305
public enum CollectorFailure
{
    Timeout, Connection, HttpStatus, TooLarge, InvalidJson, InvalidResponse, RpcError, NotFound, Permission, Internal
}
