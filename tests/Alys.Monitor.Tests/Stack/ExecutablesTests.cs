using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class ExecutablesTests
{
    [Fact]
    public void The_first_executable_in_the_search_path_is_found()
    {
        using TemporaryHome folder = new();
        string program = folder.WriteScript("program", "exit 0");
        folder.Write("notes", "no program");
        string searchPath = $"{folder.PathOf("nowhere")}{Path.PathSeparator}{folder.Root}";
        Assert.Equal(program, Executables.Find("program", searchPath));
        Assert.Null(Executables.Find("notes", searchPath));
        Assert.Null(Executables.Find("program", null));
        Assert.NotNull(Executables.Find("sh"));
    }
}
