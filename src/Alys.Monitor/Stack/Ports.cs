using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Alys.Monitor.Stack;

/// <summary>Finds out before anything is started that a port is taken, and by whom.</summary>
internal static class Ports
{
    private const string ListenState = "0A";

    /// <summary>Does nothing when the port can be bound.</summary>
    /// <exception cref="UsageException">It cannot be bound: says why and which option chooses another.</exception>
    public static void EnsureFree(UsedPort port)
    {
        IPEndPoint endpoint = port.EndPoint;
        using Socket socket = new(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
            socket.Listen();
        }
        catch (SocketException e)
        {
            string why = e.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"is taken by {OwnerOf(endpoint.Port) ?? "another process"}",
                SocketError.AccessDenied => "needs more rights than this user has",
                SocketError.AddressNotAvailable => $"cannot be used: {endpoint.Address} is no address of this machine",
                _ => $"cannot be used: {e.Message}",
            };
            throw new UsageException(
                $"port {endpoint.Port.ToString(CultureInfo.InvariantCulture)} for {port.Part} {why}; " +
                $"choose another with {port.Option}", e);
        }
    }

    /// <summary>The process that listens on a port, as "name (pid N)"; null when it cannot be told.</summary>
    public static string? OwnerOf(int port) => ListenerOn(port) is { } pid
        ? string.Create(CultureInfo.InvariantCulture, $"{NameOf(pid)} (pid {pid})")
        : null;

    /// <summary>The id of the process that listens on a port; null when there is none or it may not be seen.</summary>
    /// <remarks><b>Cost:</b> reads the open files of every process.</remarks>
    public static int? ListenerOn(int port)
    {
        HashSet<string> sockets =
            [.. ListeningInodes("/proc/net/tcp", port), .. ListeningInodes("/proc/net/tcp6", port)];
        if (sockets.Count == 0)
            return null;
        foreach (string process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
                && HoldsAny(process, sockets))
            {
                return pid;
            }
        }

        return null;
    }

    // Source: proc_net_tcp(5). "sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode"
    private static IEnumerable<string> ListeningInodes(string table, int port)
    {
        string suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return !File.Exists(table) ? []
            : from line in File.ReadLines(table).Skip(1)
              let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
              where fields.Length > 9 && fields[3] == ListenState
                  && fields[1].EndsWith(suffix, StringComparison.Ordinal)
              select $"socket:[{fields[9]}]";
    }

    private static bool HoldsAny(string process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd"))
                .Any(descriptor => new FileInfo(descriptor).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process of another user, or one that has just ended.
            return false;
        }
    }

    private static string NameOf(int pid)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/comm")).Trim();
        }
        catch (IOException)
        {
            return "a process";
        }
    }
}
