namespace Alys.Repository.Tests.Rules;

public sealed class FileLengthTests
{
    private const int MaxLines = 400;

    [Fact]
    public void No_source_file_is_longer_than_400_lines() => Finding.AssertNone(
        Checkout.CSharp.SelectMany(Find),
        $"Give each of these files one task and split it: {MaxLines} lines at most, 200 as a rule.");

    [Fact]
    public void A_file_of_401_lines_is_found() =>
        Assert.Single(Find(new SourceFile("A.cs", string.Concat(Enumerable.Repeat("x\n", 401)))));

    [Fact]
    public void A_file_of_400_lines_is_fine() =>
        Assert.Empty(Find(new SourceFile("A.cs", string.Concat(Enumerable.Repeat("x\n", 400)))));

    private static IEnumerable<Finding> Find(SourceFile file) =>
        file.Lines.Count > MaxLines ? [file.At(MaxLines + 1, $"{file.Lines.Count} lines")] : [];
}
