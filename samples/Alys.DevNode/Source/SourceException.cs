namespace Alys.DevNode.Source;

/// <summary>The network cannot be asked now, or does not answer as it should; it can be asked again.</summary>
internal sealed class SourceException : Exception
{
    public SourceException()
    {
    }

    public SourceException(string message)
        : base(message)
    {
    }

    public SourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
