using System.Globalization;
using Alys.Checks.Output;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;
using CsCheck;

namespace Alys.Checks.Tests;

/// <summary>What holds for every file, however broken. <c>ALYS_CHECK_INPUTS=100000</c> tries that many instead of a
/// few.</summary>
public sealed class PropertyTests
{
    private static readonly long Inputs = long.Parse(
        Environment.GetEnvironmentVariable("ALYS_CHECK_INPUTS") ?? "400", CultureInfo.InvariantCulture);

    // What means something in YAML, JSON, PromQL, templates or comments.
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\t", " ", "  ", ":", ": ", "- ", "#", "'", "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", "(",
        ")", ",", "&a ", "*a", "<<: *a", "|", ">-", "---", "...", "!!str ", "%", "@", "`", "```promql\n", "<!--", "-->",
        "{{", "}}", "$labels.", "$x", "${x}", "[[x]]", "[5m]", "[1y]", "99999999999999999999", "99999999y", "-1", "NaN",
        "1e400", "null", "true", "\0", "\ud83d", "\ude00", "😀", "\u2028", "=~\"(\"", "by (", "expr: ", "\"expr\": ",
        "# check off promql/syntax: x", "dashboard", "panels", "groups",
    ];

    private static readonly IReadOnlyList<SourceFile> Sources =
    [
        .. Repository.Files.Where(file => file.Text.Length < 40_000),
    ];

    private static readonly Gen<SourceFile> Mutated =
        from file in Gen.Int[0, Sources.Count - 1].Select(index => Sources[index])
        from edits in Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[1, 40], Gen.Int[0, Pieces.Length - 1])
            .List[1, 6]
        select new SourceFile(file.Path, edits.Aggregate(file.Text, Edit));

    [Fact]
    public void No_mutated_file_throws_and_every_problem_is_inside_its_file() => Mutated.Sample(
        Check, iter: Inputs, print: file => $"{file.Path}\n{file.Text}");

    private static void Check(SourceFile file)
    {
        foreach (Problem problem in Given.Problems([file]))
        {
            bool isInside = problem.Where.Span.Start >= 0 && problem.Where.Span.Length >= 0
                && problem.Where.Span.End <= problem.Where.File.Text.Length && problem.Message.Length > 0;
            if (!isInside) throw new InvalidOperationException($"a problem is outside the file: {problem}");
            _ = PlainOutput.Of(problem);
        }
    }

    private static string Edit(string text, (int Kind, double Place, int Length, int Piece) edit)
    {
        int place = (int)(edit.Place * text.Length);
        int length = Math.Min(edit.Length, text.Length - place);
        return edit.Kind switch
        {
            0 => text.Insert(place, Pieces[edit.Piece]),
            1 => text.Remove(place, length),
            2 => text.Insert(place, text.Substring(place, length)),
            _ => text[..place] + Pieces[edit.Piece] + text[(place + length)..],
        };
    }
}
