using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class AlysHomeTests
{
    [Fact]
    public void The_option_names_the_folder() =>
        Assert.Equal(Path.GetFullPath("x"), AlysHome.Locate("x").Root);

    [Fact]
    public void Without_an_option_it_is_in_the_repository_of_the_program() =>
        Assert.True(File.Exists(Path.Combine(AlysHome.Locate(null).Root, "..", "Alys.Monitoring.slnx")));

    [Fact]
    public void Its_folders_are_made()
    {
        using TemporaryHome temporary = new();
        AlysHome home = new(temporary.PathOf("deep/down"));
        home.Create();
        Assert.All([home.Tools, home.PrometheusData, home.Run], folder => Assert.True(Directory.Exists(folder)));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_with_the_way_out()
    {
        using TemporaryHome temporary = new();
        AlysHome home = new(temporary.Write("file", "in the way"));
        Assert.Contains("--home", Assert.Throws<UsageException>(home.Create).Message, StringComparison.Ordinal);
    }
}
