using Alys.Metrics.Families;

namespace Alys.Metrics.Tests.Families;

public sealed class TextHashTests
{
    [Fact]
    public void Equal_texts_have_equal_hashes_wherever_they_stand()
    {
        for (int length = 0; length <= 100; length++)
        {
            string text = new([.. Enumerable.Range(0, length).Select(i => (char)('a' + i % 26))]);
            string inside = "xyz" + text + "xyz";

            Assert.Equal(TextHash.Of(text), TextHash.Of(inside.AsSpan(3, length)));
        }
    }

    [Fact]
    public void Every_character_counts()
    {
        for (int length = 1; length <= 100; length++)
        {
            string text = new('a', length);
            for (int i = 0; i < length; i++)
            {
                string other = text[..i] + 'b' + text[(i + 1)..];
                Assert.NotEqual(TextHash.Of(text), TextHash.Of(other));
            }
        }
    }

    [Fact]
    public void Where_one_text_ends_and_the_next_begins_counts() => Assert.NotEqual(
        TextHash.Of("b", TextHash.Of("aa")), TextHash.Of("ab", TextHash.Of("a")));

    [Theory]
    [InlineData("peer-{0}")]
    [InlineData("{0}")]
    [InlineData("192.168.{0}.1:30303")]
    [InlineData("a-rather-long-name-of-a-client-with-number-{0}-and-a-tail/v1.2.3")]
    public void Similar_texts_spread_over_a_small_table(string pattern)
    {
        const int Texts = 1 << 14;
        int[] buckets = new int[1 << 10];
        for (int i = 0; i < Texts; i++)
        {
            string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, i);
            buckets[TextHash.Of(text) & ((1 << 10) - 1)]++;
        }

        // 16 are expected in each; by chance about 1 bucket in 10^9 has more than 48.
        Assert.InRange(buckets.Max(), 1, 48);
    }
}
