using Alys.Monitor.Stack;

namespace Alys.Monitor.Settings;

/// <summary>What <c>up</c> runs beside Prometheus: one of the records that derive from this.</summary>
internal abstract record PictureSettings
{
    /// <summary>Every port that it takes.</summary>
    public abstract IReadOnlyList<UsedPort> Ports { get; }

    /// <summary>How often Prometheus reads it unless an option says otherwise.</summary>
    public abstract TimeSpan DefaultScrapeInterval { get; }
}
