using Alys.Checks.Sources;

namespace Alys.Checks.Tests.Sources;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(4, 3, 1)]
    [InlineData(6, 3, 3)]
    [InlineData(99, 3, 3)]
    [InlineData(-1, 1, 1)]
    public void A_position_has_a_line_and_a_column(int position, int line, int column)
    {
        SourceFile file = new("a.yml", "ab\n\ncd");
        Assert.Equal((line, column), (file.LineOf(position), file.ColumnOf(position)));
    }

    [Fact]
    public void A_line_is_without_its_end_of_either_kind()
    {
        SourceFile file = new("a.yml", "ab\r\ncd\nef");
        Assert.Equal(["ab", "cd", "ef"], [file.Line(1), file.Line(2), file.Line(3)]);
    }

    [Fact]
    public void The_nearest_line_stands_for_one_that_is_not_there()
    {
        SourceFile file = new("a.yml", "ab\ncd");
        Assert.Equal(("ab", "cd", 3), (file.Line(0), file.Line(9), file.StartOf(9)));
    }

    [Fact]
    public void An_empty_file_has_one_empty_line()
    {
        SourceFile file = new("a.yml", "");
        Assert.Equal(("", 1, 1), (file.Line(1), file.LineOf(5), file.ColumnOf(5)));
    }

    [Fact]
    public void The_column_counts_utf_16_units() => Assert.Equal(4, new SourceFile("a.yml", "😀ax").ColumnOf(3));
}
