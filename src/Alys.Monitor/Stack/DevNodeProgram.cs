namespace Alys.Monitor.Stack;

/// <summary>The node that <c>up</c> runs twice, <c>samples/Alys.DevNode</c>: the one on PATH, else the one that was
/// built beside this program.</summary>
/// <param name="Program">What is started.</param>
/// <param name="FirstArguments">What stands before the node's own arguments.</param>
internal sealed record DevNodeProgram(string Program, IReadOnlyList<string> FirstArguments)
{
    private const string Name = "alys-devnode";

    /// <summary>Finds it for this process.</summary>
    /// <exception cref="UsageException">It is nowhere.</exception>
    public static DevNodeProgram Locate() => Find(
            Environment.GetEnvironmentVariable("PATH"), AppContext.BaseDirectory, Environment.ProcessPath)
        ?? throw new UsageException(
            $"there is no {Name}: build it with 'dotnet build -c Release samples/Alys.DevNode' or put it on PATH; "
            + "with --anvil or --rpc URL it is not needed");

    /// <summary>Finds it.</summary>
    /// <param name="searchPath">The search path for programs.</param>
    /// <param name="baseDirectory">The folder of this program: <c>bin/PROJECT/CONFIGURATION/</c>, beside which other
    /// projects are built.</param>
    /// <param name="processPath">What runs this program; if it is the host of .NET, it runs the node too.</param>
    public static DevNodeProgram? Find(string? searchPath, string baseDirectory, string? processPath)
    {
        if (Executables.Find(Name, searchPath) is { } installed)
            return new DevNodeProgram(installed, []);
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(baseDirectory));
        string built = Path.GetFullPath(Path.Combine(baseDirectory, "../../Alys.DevNode", configuration, Name));
        if (!File.Exists(built + ".dll"))
            return null;
        return Path.GetFileNameWithoutExtension(processPath) == "dotnet"
            ? new DevNodeProgram(processPath!, [built + ".dll"])
            : new DevNodeProgram(built, []);
    }
}
