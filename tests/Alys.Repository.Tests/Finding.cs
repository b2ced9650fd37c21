namespace Alys.Repository.Tests;

/// <summary>A place that breaks a rule of the house.</summary>
/// <param name="Path">The file, from the root.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="What">What is wrong there.</param>
internal sealed record Finding(string Path, int Line, string What)
{
    /// <summary>Fails with one line for each finding and the way out; passes when there is none.</summary>
    public static void AssertNone(IEnumerable<Finding> findings, string remedy)
    {
        string[] places = [.. findings.Select(finding => finding.ToString())];
        if (places.Length > 0)
            Assert.Fail($"{remedy}{Environment.NewLine}{string.Join(Environment.NewLine, places)}");
    }

    public override string ToString() => $"{Path}:{Line}: {What}";
}
