using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class DevNodeProgramTests : IDisposable
{
    private readonly TemporaryHome _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_one_on_the_search_path_wins()
    {
        string installed = _folder.WriteScript("alys-devnode", "exit 0");
        string built = Build("release");
        DevNodeProgram found = DevNodeProgram.Find(_folder.Root, OurFolder("release"), "/usr/bin/dotnet")!;
        Assert.Equal(installed, found.Program);
        Assert.Empty(found.FirstArguments);
        Assert.NotEqual(built, installed);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("debug")]
    public void Else_the_one_built_beside_us_in_the_same_configuration_run_by_our_own_host(string configuration)
    {
        string built = Build(configuration);
        DevNodeProgram found = DevNodeProgram.Find(null, OurFolder(configuration), "/opt/dotnet/dotnet")!;
        Assert.Equal("/opt/dotnet/dotnet", found.Program);
        Assert.Equal([built], found.FirstArguments);
    }

    [Fact]
    public void When_we_are_no_dotnet_host_it_is_run_as_a_program_of_its_own()
    {
        string built = Build("release");
        DevNodeProgram found = DevNodeProgram.Find(null, OurFolder("release"), "/somewhere/alys-monitor")!;
        Assert.Equal(Path.ChangeExtension(built, null), found.Program);
        Assert.Empty(found.FirstArguments);
    }

    [Fact]
    public void Nowhere_is_none() => Assert.Null(DevNodeProgram.Find(null, OurFolder("release"), "/usr/bin/dotnet"));

    private string OurFolder(string configuration) =>
        Path.Combine(_folder.Root, "bin", "Alys.Monitor", configuration) + Path.DirectorySeparatorChar;

    private string Build(string configuration)
    {
        Directory.CreateDirectory(OurFolder(configuration));
        string folder = Path.Combine("bin", "Alys.DevNode", configuration);
        Directory.CreateDirectory(_folder.PathOf(folder));
        return _folder.Write(Path.Combine(folder, "alys-devnode.dll"), "");
    }
}
