namespace Alys.Metrics.Node;

/// <summary>A part of the work on a block: the label <c>stage</c>.</summary>
public enum BlockStage
{
    /// <summary>The execution client builds or runs the payload.</summary>
    Payload,

    /// <summary>Slot, author and signature.</summary>
    Consensus,

    /// <summary>The proof of work.</summary>
    [LabelValue("aux_pow")]
    AuxPow,

    /// <summary>Peg-ins and peg-outs in it.</summary>
    Bridge,

    /// <summary>Writing it down.</summary>
    Storage,

    /// <summary>Telling the peers.</summary>
    Broadcast,
}
