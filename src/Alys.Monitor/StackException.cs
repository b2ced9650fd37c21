namespace Alys.Monitor;

/// <summary>
/// A part that we run failed: a child process died or did not become ready. The message is shown as it is and the
/// process ends with <see cref="ExitCode.ProblemsFound"/>.
/// </summary>
internal sealed class StackException(string message) : Exception(message);
