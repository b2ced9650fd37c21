namespace Alys.Metrics.Node;

/// <summary>A method of the node's own JSON-RPC: the label <c>method</c>.</summary>
public enum RpcMethod
{
    /// <summary>A block to mine on.</summary>
    [LabelValue("createauxblock")]
    CreateAuxBlock,

    /// <summary>A proof of work for one.</summary>
    [LabelValue("submitauxblock")]
    SubmitAuxBlock,

    /// <summary>Where bitcoins are sent to.</summary>
    [LabelValue("getdepositaddress")]
    GetDepositAddress,

    /// <summary>The newest block.</summary>
    [LabelValue("getheadblock")]
    GetHeadBlock,

    /// <summary>A block by its height.</summary>
    [LabelValue("getblockbyheight")]
    GetBlockByHeight,

    /// <summary>A block by its hash.</summary>
    [LabelValue("getblockbyhash")]
    GetBlockByHash,

    /// <summary>The proof of work that waits.</summary>
    [LabelValue("getqueuedpow")]
    GetQueuedPow,

    /// <summary>Any other, known or made up by the caller.</summary>
    Other,
}
