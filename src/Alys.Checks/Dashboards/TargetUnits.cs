using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>Finds the unit in which a panel shows what one of its queries finds.</summary>
/// <remarks><b>Source:</b> "Configure field overrides" of Grafana's documentation: of several that fit, the last
/// counts.</remarks>
internal static partial class TargetUnits
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline;

    /// <summary>Every unit that a panel names: the one of all, and those of single fields.</summary>
    public static IEnumerable<ScalarNode> All(Panel panel) =>
        [.. new[] { Default(panel) }.OfType<ScalarNode>(), .. Overrides(panel).Select(one => one.Unit)];

    /// <summary>The unit of the fields that no override is about; null when it has none.</summary>
    public static ScalarNode? Default(Panel panel) =>
        panel.Unit is { Value: not ("" or "null") } unit ? unit : null;

    /// <summary>Whether single fields have units of their own.</summary>
    public static bool HasOverrides(Panel panel) => Overrides(panel).Any();

    /// <summary>The unit of what a query finds; null when it has none, or when it cannot be told what a field is
    /// called.</summary>
    public static ScalarNode? Of(Panel panel, PanelTarget target)
    {
        ScalarNode? found = Default(panel);
        foreach ((MapNode? matcher, ScalarNode unit) in Overrides(panel))
        {
            if (IsAbout(matcher, panel, target) is not { } isAbout) return null;
            if (isAbout) found = unit;
        }

        return found;
    }

    private static IEnumerable<(MapNode? Matcher, ScalarNode Unit)> Overrides(Panel panel) =>
        from one in panel.Node.Map("fieldConfig")?.Maps("overrides") ?? []
        from property in one.Maps("properties")
        where property.Text("id") == "unit"
        let unit = property.Scalar("value")
        where unit is not null
        select (one.Map("matcher"), unit);

    private static bool? IsAbout(MapNode? matcher, Panel panel, PanelTarget target)
    {
        string? wanted = matcher?.Text("options");
        if (wanted is null) return null;
        if (matcher!.Text("id") == "byFrameRefID")
            return target.Node.Text("refId") is { Length: > 0 } id ? id == wanted : null;
        // A transformation may name the fields anew.
        if (panel.Node.List("transformations").Count > 0) return null;
        if (target.Node.Text("legendFormat") is not { Length: > 0 } legend || legend == "__auto") return null;
        bool isFixed = !Hole().IsMatch(legend);
        try
        {
            return matcher.Text("id") switch
            {
                "byName" when isFixed => legend == wanted,
                "byName" => Regex.IsMatch(wanted, Pattern(legend), Options) ? null : false,
                "byRegexp" when isFixed => Regex.IsMatch(legend, wanted.Trim('/'), Options),
                _ => null,
            };
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            // A pattern of JavaScript's that .NET does not have.
            return null;
        }
    }

    // Any name that a legend with holes for labels or variables may become.
    private static string Pattern(string legend) =>
        $"^{string.Join(".*", Hole().Split(legend).Select(Regex.Escape))}$";

    [GeneratedRegex(@"\{\{.*?\}\}|\$\w+|\$\{.*?\}|\[\[.*?\]\]")]
    private static partial Regex Hole();
}
