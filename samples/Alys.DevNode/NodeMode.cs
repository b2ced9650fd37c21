namespace Alys.DevNode;

/// <summary>Which Alys the node plays.</summary>
internal enum NodeMode
{
    /// <summary>The node that is migrated from.</summary>
    V1,

    /// <summary>The node of actors that is migrated to.</summary>
    V2,
}
