namespace Alys.Checks.Live;

/// <summary>A text that is no metrics page; the message is one sentence with the line.</summary>
public sealed class PageFormatException : Exception
{
    /// <summary>With the sentence to show.</summary>
    public PageFormatException(string message)
        : base(message)
    {
    }
}
