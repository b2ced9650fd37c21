using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class ToolRunTests : IDisposable
{
    private readonly TemporaryHome _folder = new();

    [Fact]
    public async Task Lines_come_one_by_one_and_errors_and_the_code_at_the_end()
    {
        List<string> lines = [];
        (int code, string errors) = await ToolRun.RunAsync(
            "sh", ["-c", "echo a; echo b; echo bad >&2; exit 4"], _folder.Root, lines.Add,
            TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], lines);
        Assert.Equal(4, code);
        Assert.Equal("bad", errors.Trim());
    }

    [Fact]
    public async Task Cancelling_ends_the_program_and_its_children()
    {
        using CancellationTokenSource cancelled = new();
        int child = 0;
        Task run = ToolRun.RunAsync(
            "sh", ["-c", "sleep 60 & echo $!; wait"], _folder.Root,
            line =>
            {
                child = int.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
                cancelled.Cancel();
            },
            cancelled.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Null(ProcessIdentity.Of(child));
    }

    [Theory]
    [InlineData("W: old\nE: Unable to locate package x\nE: more", "E: Unable to locate package x")]
    [InlineData("npm warn x\nnpm error code E404\nnpm error 404 Not Found", "npm error 404 Not Found")]
    [InlineData("one\ntwo\n", "two")]
    [InlineData("", "it did not say why")]
    public void Of_many_lines_the_telling_one_is_shown(string errors, string telling) =>
        Assert.Equal(telling, ToolRun.TellingLine(errors));

    public void Dispose() => _folder.Dispose();
}
