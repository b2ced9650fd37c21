namespace Alys.DevNode;

/// <summary>The node cannot run as it was asked to; the message is one sentence that says why and what to do.</summary>
internal sealed class UsageException : Exception
{
    public UsageException()
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
