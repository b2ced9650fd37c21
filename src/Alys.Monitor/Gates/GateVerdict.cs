namespace Alys.Monitor.Gates;

/// <summary>What the gate says of one condition, and of all of them together; the worst of them last.</summary>
internal enum GateVerdict
{
    /// <summary>It holds: the migration may go on.</summary>
    Proceed,

    /// <summary>There is nothing to judge by. That is never a reason to go on.</summary>
    CannotTell,

    /// <summary>It is broken: the migration must not go on.</summary>
    Hold,
}
