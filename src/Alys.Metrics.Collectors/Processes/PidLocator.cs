namespace Alys.Metrics.Collectors.Processes;

/// <summary>Watches the one process that had a pid when it was first seen. A pid says nothing about what replaces that
/// process, so none does.</summary>
internal sealed class PidLocator(string procDirectory, int pid) : ProcessLocator(procDirectory)
{
    private ProcessIdentity? _first;

    public override ProcessIdentity Locate()
    {
        ProcessIdentity? now = Find(pid);
        _first ??= now;
        if (now is null)
        {
            throw NotFound(
                $"Process {pid} is not running: give the pid of a running process, or watch it by its pid file or "
                + "name, which are followed over a restart.");
        }

        if (now != _first)
        {
            throw NotFound(
                $"Process {pid} has ended and another process has its pid now: give the pid of the process to watch, "
                + "or watch it by its pid file or name, which are followed over a restart.");
        }

        return now.Value;
    }
}
