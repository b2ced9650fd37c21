using Alys.PromQL;

namespace Alys.Checks;

/// <summary>Names that may have been meant.</summary>
internal static class Near
{
    /// <summary>A question that names the nearest ones; empty when none is near.</summary>
    public static string Sentence(string name, IEnumerable<string> names) => ClosestNames.To(name, names) switch
    {
        [] => "",
        [var only] => $"Is {only} meant?",
        var several => $"Is one of these meant: {string.Join(", ", several)}?",
    };
}
