namespace Alys.PromQL.Tests;

public sealed class SourceSpanTests
{
    [Fact]
    public void It_cuts_its_part_out_of_the_text_and_no_more_than_there_is()
    {
        Assert.Equal("bc", new SourceSpan(1, 2).Of("abcd"));
        Assert.Equal("d", new SourceSpan(3, 5).Of("abcd"));
        Assert.Equal("", new SourceSpan(9, 5).Of("abcd"));
    }

    [Fact]
    public void The_span_of_two_holds_both() =>
        Assert.Equal(new SourceSpan(1, 6), new SourceSpan(4, 3).To(new SourceSpan(1, 2)));

    [Fact]
    public void Its_end_is_behind_its_last_character()
    {
        SourceSpan span = SourceSpan.Between(2, 4);
        Assert.Equal(4, span.End);
        Assert.True(span.Contains(2) && span.Contains(3) && !span.Contains(4) && !span.Contains(1));
        Assert.Equal(0, SourceSpan.Between(4, 2).Length);
    }
}
