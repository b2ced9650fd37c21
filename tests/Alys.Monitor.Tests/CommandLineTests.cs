using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    public async Task Help_names_the_verbs(params string[] arguments)
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync(arguments);
        Assert.Equal(0, code);
        Assert.Equal("", errors);
        Assert.Contains("  watch ", output, StringComparison.Ordinal);
        Assert.Contains("  up ", output, StringComparison.Ordinal);
        Assert.Contains("  fault ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_said()
    {
        (int code, string output, _) = await MonitorProcess.RunAsync("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }
}
