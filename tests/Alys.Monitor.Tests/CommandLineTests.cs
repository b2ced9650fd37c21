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

    [Theory]
    [InlineData("unknown option --bogus of check. alys-monitor check --help shows what there is.", "check", "--bogus")]
    [InlineData("unknown option --fromat of check: is --format meant? ", "check", "monitoring", "--fromat=json")]
    [InlineData("unknown option --bogus of gate.", "gate", "--bogus")]
    [InlineData("unknown option --bogus of gate.", "gate", "--bogus", "1")]
    [InlineData("unknown option -x of watch.", "watch", "-x")]
    [InlineData("unknown option --halp of alys-monitor: is --help meant? alys-monitor --help shows", "--halp")]
    [InlineData(
        "gate needs PHASE. The phase that the node is in: 0 to 10 or a name, such as actor-core. "
        + "alys-monitor gate --help shows what there is.", "gate")]
    public async Task What_is_wrong_is_said_in_one_line(string said, params string[] arguments)
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.StartsWith(
            "alys-monitor: " + said, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_said()
    {
        (int code, string output, _) = await MonitorProcess.RunAsync("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }
}
