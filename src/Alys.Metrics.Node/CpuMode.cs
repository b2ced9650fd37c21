namespace Alys.Metrics.Node;

/// <summary>What a CPU spends its time on: the label <c>mode</c>; order of the <c>cpu</c> line of /proc/stat.</summary>
public enum CpuMode
{
    /// <summary>Programs.</summary>
    User,

    /// <summary>Programs of low priority.</summary>
    Nice,

    /// <summary>The kernel.</summary>
    System,

    /// <summary>Nothing.</summary>
    Idle,

    /// <summary>Nothing, while waiting for a disk.</summary>
    Iowait,

    /// <summary>Hardware interrupts.</summary>
    Irq,

    /// <summary>Software interrupts.</summary>
    Softirq,

    /// <summary>Taken by the hypervisor.</summary>
    Steal,
}
