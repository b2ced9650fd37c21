namespace Alys.Metrics.Collectors.Processes;

/// <summary>What tells one process from every other since boot: a pid is used again, but not at the same start time.
/// </summary>
/// <param name="Pid">The process id.</param>
/// <param name="StartTicks">When it started, in clock ticks since boot.</param>
internal readonly record struct ProcessIdentity(int Pid, long StartTicks);
