namespace Alys.Repository.Tests;

/// <summary>Sources with behaviour and without a test file of their own, each with the place that tests them.</summary>
internal static class ParityExceptions
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
    };
}
