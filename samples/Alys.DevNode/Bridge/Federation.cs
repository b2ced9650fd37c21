using Alys.DevNode.Faults;

namespace Alys.DevNode.Bridge;

/// <summary>Those who sign peg-outs.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class Federation(FaultBoard faults)
{
    public const int Members = 5;
    public const int Threshold = 3;

    private long _version = 1;

    /// <summary>Rises with each change of the members.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>The members that answer.</summary>
    public int Online => faults.IsOn(Fault.FederationMemberLost) ? Threshold : Members;

    /// <summary>A change that governance decided.</summary>
    public long Change() => Interlocked.Increment(ref _version);
}
