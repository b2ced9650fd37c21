using System.Text;
using Alys.Metrics.Meters;

namespace Alys.Metrics.Tests.Meters;

public sealed class RenderedLabelsTests
{
    [Theory]
    [InlineData("name 1", "")]
    [InlineData("name{a=\"b\"} 1", "a:b")]
    [InlineData("name{a=\"\",c=\"d e\"} 1", "a:|c:d e")]
    [InlineData("name{a=\"\\\\\",b=\"x\\\"}\\n,\"} 1", "a:\\|b:x\"}\n,")]
    public void Labels_are_read_as_they_were_before_they_were_rendered(string line, string labels)
    {
        KeyValuePair<string, object?>[] read = RenderedLabels.Read(Encoding.UTF8.GetBytes(line));

        Assert.Equal(labels, string.Join('|', read.Select(label => $"{label.Key}:{label.Value}")));
    }

    [Fact]
    public void What_follows_the_labels_is_found()
    {
        RenderedLabels.Read("name{a=\"}\"} 5"u8, out int end);

        Assert.Equal("name{a=\"}\"}".Length, end);
    }
}
