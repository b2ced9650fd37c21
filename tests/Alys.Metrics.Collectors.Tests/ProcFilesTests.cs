using System.Text;

namespace Alys.Metrics.Collectors.Tests;

public sealed class ProcFilesTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly ProcFiles _files = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    public void A_file_is_read_whole(int length)
    {
        string text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26)));
        _tree.Write("file", text);
        Assert.True(_files.TryRead(_tree.PathOf("file"), out ReadOnlySpan<byte> content));
        Assert.Equal(text, Encoding.ASCII.GetString(content));
    }

    [Fact]
    public void A_file_is_read_up_to_a_limit()
    {
        _tree.Write("file", new string('x', 3_000_000));
        Assert.True(_files.TryRead(_tree.PathOf("file"), out ReadOnlySpan<byte> content));
        Assert.Equal(1024 * 1024, content.Length);
    }

    [Fact]
    public void What_is_missing_or_no_file_is_not_read()
    {
        Assert.False(_files.TryRead(_tree.PathOf("missing"), out _));
        Assert.False(_files.TryRead(_tree.PathOf("missing/file"), out _));
        Assert.False(_files.TryRead(_tree.Root, out _));
    }

    [Theory]
    [InlineData("123\n", 123L)]
    [InlineData("max\n", null)]
    [InlineData("", null)]
    public void A_number_is_read(string text, long? number)
    {
        _tree.Write("file", text);
        Assert.Equal(number, _files.ReadNumber(_tree.PathOf("file")));
    }

    public void Dispose() => _tree.Dispose();
}
