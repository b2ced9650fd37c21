using System.Text;
using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Texts that parsers get wrong.</summary>
internal static class Texts
{
    private static readonly string[] OddPieces =
    [
        "", " ", "  ", "\"", "\\", "\n", "\\n", "\\\\", "\r", "\r\n", "\t", "\v", "\0", "\u0001", "\u007f", "\u0085",
        "\u2028", "\u202e", "\u05d0\u05d1", "e\u0301", "\U0001F600", "\ufffd", "\ufffe", "\ufeff", "\U0010FFFF",
        "\ud7ff", "\ue000", "other", "{a=\"b\"}", "# HELP a b", "# EOF", ",", "=", "}", "{", "} 1", " # {} 1", "'",
    ];

    private static readonly string[] LoneSurrogates = ["\ud800", "\udc00", "\udfff\ud800"];

    private static readonly Gen<string> Letters =
        Gen.Char.AlphaNumeric.Array[1, 8].Select(letters => new string(letters));

    private static readonly Gen<string> AnyRune = Gen.Int[0, 0x10FFFF]
        .Select(point => Rune.IsValid(point) ? new Rune(point).ToString() : "\ufffd");

    private static readonly Gen<string> Piece = Gen.OneOf(Gen.OneOf(OddPieces), Letters, AnyRune);

    /// <summary>Valid Unicode, mostly short.</summary>
    internal static readonly Gen<string> Valid = Gen.Frequency(
        (12, Piece.Array[0, 4].Select(string.Concat)),
        (1, Gen.Int[200, 300].Select(length => new string('x', length))));

    /// <summary>Valid Unicode or not.</summary>
    internal static readonly Gen<string> Any = Gen.Frequency(
        (15, Valid), (1, Gen.Select(Valid, Gen.OneOf(LoneSurrogates), Valid, (a, b, c) => a + b + c)));

    /// <summary>Help texts that are accepted: not of white space only.</summary>
    internal static readonly Gen<string> Help = Gen.Select(Valid, Gen.Bool, (text, first) =>
        first ? "Tests." + text : text + "Tests.");
}
