using CsCheck;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Numbers that formatting and parsing get wrong.</summary>
internal static class Numbers
{
    private static readonly double[] OddDoubles =
    [
        0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon,
        double.MaxValue, double.MinValue, 2.2250738585072014e-308, 2.225073858507201e-308, 9007199254740991,
        9007199254740992, 9007199254740994, -9007199254740993, 9223372036854775807.0, 18446744073709551616.0, 1e15,
        1e16, 1e17, 1e21, 1e22, 1e23, 9.5e22, 1e300, 1e-300, 1e-4, 1e-5, 0.1, 0.30000000000000004,
        1.7976931348623155e308, 999999, 999999.9, 1000000, 123456789, 5e-324, 1e290, 1e289, 4.35, 0.000035,
    ];

    private static readonly long[] OddLongs =
    [
        0, 1, -1, 9, 10, 99, 100, 1L << 31, 1L << 32, (1L << 53) - 1, 1L << 53, (1L << 53) + 1, long.MaxValue,
        long.MinValue, -(1L << 53) - 1,
    ];

    private static readonly Gen<double> AnyBits = Gen.ULong.Select(BitConverter.UInt64BitsToDouble);

    // Few decimal digits, as people write them: the shortest form is much shorter than 17 digits.
    private static readonly Gen<double> Decimal =
        Gen.Select(Gen.Int[-99_999, 99_999], Gen.Int[-30, 30], (digits, power) => digits * Math.Pow(10, power));

    /// <summary>Any double at all.</summary>
    internal static readonly Gen<double> Any = Gen.OneOf(Gen.OneOf(OddDoubles), AnyBits, Decimal);

    /// <summary>Any whole number.</summary>
    internal static readonly Gen<long> Whole = Gen.OneOf(Gen.OneOf(OddLongs), Gen.Long, Gen.Long[0, 1_000]);

    /// <summary>One to 20 bounds, ascending.</summary>
    internal static readonly Gen<double[]> Bounds = Any
        .Select(bound => double.IsFinite(bound) ? Math.Abs(bound) : 1).Array[1, 20]
        .Select(bounds => bounds.Distinct().Order().ToArray());
}
