namespace Alys.Metrics.Tests.Generated;

/// <summary>Enums whose label values are what they may be.</summary>
internal static class ClosedSets
{
    internal enum Usual
    {
        One,
        TwoWords,
        Other,
    }

    internal enum Odd : byte
    {
        [LabelValue("")]
        Empty,

        [LabelValue("a \"b\" \\ c\nd")]
        Escaped,

        [LabelValue("\U0001F600\u202e\u05d0")]
        Wide,

        [LabelValue("\\n")]
        NoNewline,

        [LabelValue("x\r")]
        Return,
    }

    internal enum Lone : long
    {
        Only,
    }

    internal static readonly string[] UsualValues = ["one", "two_words", "other"];

    internal static readonly string[] OddValues =
        ["", "a \"b\" \\ c\nd", "\U0001F600\u202e\u05d0", "\\n", "x\r"];

    internal static readonly string[] LoneValues = ["only"];
}
