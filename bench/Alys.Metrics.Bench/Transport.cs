namespace Alys.Metrics.Bench;

/// <summary>Another label of a closed set.</summary>
public enum Transport
{
    Http,
    Ipc,
}
