using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>A home of its own for a test, gone after it. Its tools can be those of the repository, so that they are
/// downloaded once and not for every test.</summary>
public sealed class TemporaryHome : IDisposable
{
    public TemporaryHome(bool withSharedTools = false)
    {
        Home = new AlysHome(Directory.CreateTempSubdirectory("alys-").FullName);
        if (withSharedTools)
        {
            string shared = AlysHome.Locate(null).Tools;
            Directory.CreateDirectory(shared);
            Directory.CreateSymbolicLink(Home.Tools, shared);
        }

        Home.Create();
    }

    public string Root => Home.Root;

    internal AlysHome Home { get; }

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>A script with the right to be executed.</summary>
    public string WriteScript(string name, string body)
    {
        string path = Write(name, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
