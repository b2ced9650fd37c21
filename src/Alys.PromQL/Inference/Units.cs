namespace Alys.PromQL.Inference;

/// <summary>How units change. Null is a unit that is not known.</summary>
internal static class Units
{
    public const string Seconds = "seconds";
    public const string Ratio = "ratio";

    /// <summary>The unit of a growth in each second.</summary>
    public static string? PerSecond(string? unit) => unit switch
    {
        null => null,
        Seconds => Ratio,
        Ratio => null,
        _ when unit.Contains('/', StringComparison.Ordinal) => null,
        _ => unit + "/second",
    };

    /// <summary>The unit of a quotient.</summary>
    public static string? Quotient(string? left, string? right)
    {
        if (left is null || right is null) return null;
        if (left == right) return Ratio;
        return right == Ratio ? left : right == Seconds ? PerSecond(left) : null;
    }

    /// <summary>The unit of a product.</summary>
    public static string? Product(string? left, string? right) =>
        left is null || right is null ? null : left == Ratio ? right : right == Ratio ? left : null;
}
