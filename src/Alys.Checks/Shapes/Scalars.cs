using System.Globalization;
using System.Text.RegularExpressions;
using Alys.PromQL;

namespace Alys.Checks.Shapes;

/// <summary>What the text of a scalar must be for a setting to be taken.</summary>
internal static partial class Scalars
{
    private static readonly HashSet<string> Truths =
        ["true", "True", "TRUE", "false", "False", "FALSE", "yes", "no", "on", "off"];

    public static bool IsTruth(string text) => Truths.Contains(text);

    public static bool IsCount(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public static bool IsDuration(string text) => PromQLDurations.TryParse(text) is not null;

    public static bool IsLabelName(string text) => LabelName().IsMatch(text);

    public static bool IsMetricName(string text) => MetricName().IsMatch(text);

    [GeneratedRegex(@"^[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex LabelName();

    [GeneratedRegex(@"^[a-zA-Z_:][a-zA-Z0-9_:]*\z")]
    private static partial Regex MetricName();
}
