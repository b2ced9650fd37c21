namespace Alys.Metrics.Node;

/// <summary>Why the execution client did not build a block: the label <c>reason</c>.</summary>
public enum EngineError
{
    /// <summary>It did.</summary>
    None,

    /// <summary>The call <c>engine_forkchoiceUpdated</c> failed.</summary>
    [LabelValue("engine_api_forkchoice_updated_error")]
    ForkchoiceUpdated,

    /// <summary>The call <c>engine_getPayload</c> failed.</summary>
    [LabelValue("engine_api_get_payload_error")]
    GetPayload,

    /// <summary>The call <c>engine_newPayload</c> failed.</summary>
    [LabelValue("engine_api_new_payload_error")]
    NewPayload,

    /// <summary>Its block hash is not the one that was computed.</summary>
    [LabelValue("engine_api_invalid_block_hash_error")]
    InvalidBlockHash,
}
