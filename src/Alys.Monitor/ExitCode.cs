namespace Alys.Monitor;

/// <summary>What the process tells its caller; every verb uses these and nothing else.</summary>
internal static class ExitCode
{
    /// <summary>The verb did what it was asked, or was stopped by a signal.</summary>
    public const int Fine = 0;

    /// <summary>The verb ran and found a problem, or a part of it failed.</summary>
    public const int ProblemsFound = 1;

    /// <summary>Bad use or a bad environment: nothing was done.</summary>
    public const int BadUse = 2;
}
