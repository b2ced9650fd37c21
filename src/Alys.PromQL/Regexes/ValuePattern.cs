using System.Text.RegularExpressions;

namespace Alys.PromQL.Regexes;

/// <summary>A pattern that all of a label's value has to fit, as matchers of Prometheus and Alertmanager have.
/// </summary>
/// <param name="pattern">A regular expression of Go's.</param>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> a regular expression is compiled at the first question, if the pattern
/// needs one. <b>Source:</b> "Querying basics" of the documentation of Prometheus: patterns are anchored.</remarks>
public sealed class ValuePattern(string pattern)
{
    private Regex? _regex;

    /// <summary>Whether a value fits; null when that cannot be told, for the pattern has what .NET's expressions do not
    /// have, such as <c>\Q</c>.</summary>
    public bool? Fits(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (PlainPattern.TryMatch(pattern, value) is { } plain) return plain;
        try
        {
            _regex ??= new Regex($"^(?:{pattern})\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return null;
        }

        return _regex.IsMatch(value);
    }
}
