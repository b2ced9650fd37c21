using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Names of metrics and labels, short ones and the formats' own suffixes often, so that names clash.</summary>
internal static class Names
{
    private static readonly string[] Short = ["a", "b", "A", "_", "a1", "x_", "z", "le_", "job_", "nan", "inf", "_1"];

    private static readonly string[] Reserved = ["le", "job", "instance", "quantile", "__x", "1a", "a-b", ""];

    private static readonly string[] Suffixes =
    [
        "_total", "_bucket", "_count", "_sum", "_info", "_created", "_seconds", "_bytes", "_ratio", "_gcount", "_gsum",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(Gen.OneOf(Short), LongWord());

    private static readonly Gen<string> Middle = Gen.Frequency((4, Gen.Const("")), (2, Gen.OneOf(Suffixes)));

    /// <summary>A label name; seldom one that is refused.</summary>
    internal static readonly Gen<string> Label = Gen.Frequency((40, Word), (1, Gen.OneOf(Reserved)));

    /// <summary>A metric name with the suffix that its type needs.</summary>
    internal static Gen<string> Metric(string suffix) =>
        Gen.Select(Word, Middle, (word, middle) => word + middle + suffix);

    /// <summary>So many label names, mostly different.</summary>
    internal static Gen<string[]> Labels(int count) => Label.Array[count];

    private static Gen<string> LongWord()
    {
        Gen<char> character = Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['A', 'Z'], Gen.Char['0', '9'], Gen.Const('_'));
        return character.Array[1, 24].Select(rest => "n" + new string(rest));
    }
}
