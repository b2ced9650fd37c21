namespace Alys.Monitor;

/// <summary>
/// Bad use or a bad environment. The message is one sentence that says what, where and what to do; it is shown as it is
/// and the process ends with <see cref="ExitCode.BadUse"/>.
/// </summary>
internal sealed class UsageException : Exception
{
    /// <summary>With the sentence to show.</summary>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence to show and what caused it.</summary>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
