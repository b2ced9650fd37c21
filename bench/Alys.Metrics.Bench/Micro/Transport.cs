namespace Alys.Metrics.Bench.Micro;

/// <summary>Another label of a closed set.</summary>
public enum Transport
{
    Http,
    Ipc,
}
