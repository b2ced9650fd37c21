using System.Buffers;
using System.IO.Compression;
using System.Text;
using Alys.Metrics.Hosting.Compression;

namespace Alys.Metrics.Hosting.Tests.Compression;

public sealed class GzipPageTests
{
    private const int Window = 32 * 1024;

    /// <summary>Pages of all kinds, in pieces of all lengths, read by the runtime's own decompressor.</summary>
    [Fact]
    public void Any_page_in_any_pieces_is_read_back()
    {
        var random = new Random(20_261_129);
        for (int i = 0; i < 500; i++)
        {
            byte[] text = Text(random);
            int most = 1 + random.Next(2) * 70_000 + random.Next(3_000);
            byte[] page = Compressed(text, () => 1 + random.Next(most));
            Assert.Equal(text, Decompressed(page));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_page_may_be_short(int length)
    {
        byte[] text = Encoding.ASCII.GetBytes("abc")[..length];

        Assert.Equal(text, Decompressed(Compressed(text, () => 1)));
    }

    /// <summary>The farthest that may be referred to, and one byte more.</summary>
    [Theory]
    [InlineData(Window)]
    [InlineData(Window + 1)]
    public void A_repetition_at_the_edge_of_the_window_is_read_back(int distance)
    {
        byte[] text = new byte[distance + 100];
        new Random(3).NextBytes(text);
        text.AsSpan(0, 100).CopyTo(text.AsSpan(distance));

        byte[] page = Compressed(text, () => text.Length);

        Assert.Equal(text, Decompressed(page));
        bool isFound = page.Length < Compressed(text[..^100], () => text.Length).Length + 50;
        Assert.Equal(distance <= Window, isFound);
    }

    [Fact]
    public void Each_length_and_each_distance_is_read_back()
    {
        var random = new Random(5);
        var text = new List<byte>();
        for (int length = 4; length <= 600; length++)
        {
            byte[] part = new byte[length];
            random.NextBytes(part);
            text.AddRange(part);
            byte[] gap = new byte[random.Next(length * 7)];
            random.NextBytes(gap);
            text.AddRange(gap);
            text.AddRange(part);
        }

        byte[] all = [.. text];
        Assert.Equal(all, Decompressed(Compressed(all, () => 20_000)));
    }

    [Fact]
    public void The_same_page_is_the_same_bytes_whatever_page_was_before()
    {
        byte[] text = Lines(2_000);
        byte[] first = Compressed(text, () => Window);
        Compressed(Lines(300), () => 10);

        Assert.Equal(first, Compressed(text, () => Window));
    }

    [Fact]
    public void Pages_at_the_same_time_do_not_mix()
    {
        byte[] text = Lines(3_000);
        Parallel.For(0, 64, i => Assert.Equal(text, Decompressed(Compressed(text, () => 1_000 + i))));
    }

    [Fact]
    public void A_page_of_metrics_is_about_as_small_as_the_fastest_level_of_the_runtime_makes_it()
    {
        byte[] text = Lines(10_000);
        using var usual = new MemoryStream();
        using (var gzip = new GZipStream(usual, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(text);

        Assert.InRange(Compressed(text, () => Window).Length, 1, usual.Length * 1.25);
    }

    [Fact]
    public void A_page_that_is_given_up_has_no_end()
    {
        var response = new ArrayBufferWriter<byte>();
        using (GzipPage page = GzipPage.Begin(response))
        {
            page.Write(Lines(100));
            page.Compress();
        }

        byte[] whole = Compressed(Lines(100), () => Window);
        Assert.True(response.WrittenCount < whole.Length);
        Assert.True(whole.AsSpan().StartsWith(response.WrittenSpan));
    }

    private static byte[] Lines(int count)
    {
        var random = new Random(7);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            text.Append("node_messages_total{actor=\"actor").Append(i / 10).Append("\",kind=\"k").Append(i % 10)
                .Append("\"} ").Append(random.Next(100_000)).Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Of few or many different bytes, with parts of it repeated.</summary>
    private static byte[] Text(Random random)
    {
        byte[] text = new byte[random.Next(random.Next(2) == 0 ? 300 : 100_000)];
        int kinds = 1 + random.Next(256);
        for (int i = 0; i < text.Length;)
        {
            int length = Math.Min(1 + random.Next(400), text.Length - i);
            if (i > 0 && random.Next(3) > 0)
            {
                // It may overlap with what it repeats.
                int from = random.Next(i);
                for (int end = i + length; i < end; i++, from++) text[i] = text[from];
            }
            else
                for (int end = i + length; i < end; i++) text[i] = (byte)random.Next(kinds);
        }

        return text;
    }

    private static byte[] Compressed(byte[] text, Func<int> piece)
    {
        var response = new ArrayBufferWriter<byte>();
        using GzipPage page = GzipPage.Begin(response);
        for (int i = 0; i < text.Length;)
        {
            int length = Math.Min(piece(), text.Length - i);
            page.Write(text.AsSpan(i, length));
            page.Compress();
            i += length;
        }

        page.Complete();
        return response.WrittenSpan.ToArray();
    }

    private static byte[] Decompressed(byte[] page)
    {
        using var gzip = new GZipStream(new MemoryStream(page), CompressionMode.Decompress);
        using var text = new MemoryStream();
        gzip.CopyTo(text);
        return text.ToArray();
    }
}
