using System.Globalization;
using System.Net;

namespace Alys.Monitor.Stack;

/// <summary>
/// A file with the process id of the development node, for the monitor to watch. When someone has started another node
/// on the same port, it can be made to name that one: then all is well again, the process too.
/// </summary>
internal sealed class NodePidFile : IDisposable
{
    private readonly IPEndPoint _node;
    private int _pid;

    /// <summary>Writes the file.</summary>
    /// <param name="home">Where it belongs.</param>
    /// <param name="node">Where the node listens.</param>
    /// <param name="pid">The process that listens there now.</param>
    public NodePidFile(AlysHome home, IPEndPoint node, int pid)
    {
        Path = System.IO.Path.Combine(home.Run, "node.pid");
        _node = node;
        Write(pid);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Names the process that listens on the node's port now; without one the file stays as it is.</summary>
    public void Follow()
    {
        if (Ports.ListenerOn(_node.Port) is { } pid && pid != _pid)
            Write(pid);
    }

    /// <summary>Removes the file.</summary>
    public void Dispose() => File.Delete(Path);

    private void Write(int pid)
    {
        // Renamed into place: whoever reads it sees the one id or the other, never half of one.
        string next = Path + ".next";
        File.WriteAllText(next, pid.ToString(CultureInfo.InvariantCulture));
        File.Move(next, Path, overwrite: true);
        _pid = pid;
    }
}
