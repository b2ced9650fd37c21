using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Tests.Output;

/// <summary>Problems that are hard to write down.</summary>
internal static class Problems
{
    /// <summary>A usual one.</summary>
    public static Problem Usual { get; } =
        Of("rules/a.yml", "up:\n  x == 0\n", 6, 1, "there is no metric x", "Is y meant?");

    /// <summary>One with everything that an output has to escape, over two lines.</summary>
    public static Problem Odd { get; } =
        Of("my rules/a,b:c%.yml", "\tü \"x\"\r\ny", 3, 7, "100% \"x\" <is>,\r\nwrong: ü", "");

    private static Problem Of(string path, string text, int start, int length, string message, string help) =>
        new("promql/case", new SourceFile(path, text).At(new SourceSpan(start, length)), message, help);
}
