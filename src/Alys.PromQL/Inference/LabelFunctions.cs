using Alys.PromQL.Regexes;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Inference;

/// <summary>What <c>label_replace</c> and <c>label_join</c> do to labels.</summary>
internal static class LabelFunctions
{
    /// <summary>The labels after <c>label_replace(v, target, replacement, source, regex)</c>.</summary>
    public static LabelFacts Replaced(LabelFacts labels, CallExpression call)
    {
        string?[] texts = Texts(call);
        if (texts is not [{ } target, var replacement, var source, var regex])
            return LabelFacts.Either(labels, LabelFacts.Anything);
        LabelFact before = labels[target];
        if (replacement is null || source is null || regex is null)
            return labels.With(target, LabelFact.Either(before, LabelFact.Possible));

        // The label of the empty name is the usual way to say: whatever the series.
        LabelFact origin = source.Length == 0 ? LabelFact.Never : labels[source];
        bool alwaysMatches = regex is ".*" or "(.*)"
            || (origin.Presence == LabelPresence.Never && GoRegex.MatchesEmpty(regex));
        LabelFact after = After(origin, replacement, regex);
        return labels.With(target, alwaysMatches ? after : LabelFact.Either(before, after));
    }

    /// <summary>The labels after <c>label_join(v, target, separator, sources...)</c>.</summary>
    public static LabelFacts Joined(LabelFacts labels, CallExpression call)
    {
        string?[] texts = Texts(call);
        if (texts is not [{ } target, var separator, .. var sources])
            return LabelFacts.Either(labels, LabelFacts.Anything);
        if (sources.Contains(null) || separator is null) return labels.With(target, LabelFact.Possible);
        LabelPresence[] presences = [.. sources.Select(source => labels[source!].Presence)];
        bool hasSeparator = separator.Length > 0 && sources.Length > 1;
        LabelFact joined = hasSeparator || presences.Contains(LabelPresence.Sure) ? LabelFact.Sure
            : presences.All(presence => presence == LabelPresence.Never) ? LabelFact.Never : LabelFact.Possible;
        return labels.With(target, joined);
    }

    // The label when the regular expression has matched; an empty value takes it away.
    private static LabelFact After(LabelFact source, string replacement, string regex)
    {
        if (replacement.Length == 0) return LabelFact.Never;
        bool isCopy = replacement is "$1" or "${1}";
        if (isCopy && regex == "(.*)") return source;
        if (isCopy && regex == "(.+)") return source with { Presence = LabelPresence.Sure };
        int reference = replacement.IndexOf('$', StringComparison.Ordinal);
        if (reference < 0) return new LabelFact(LabelPresence.Sure, [replacement]);

        // Some text beside the references is always there.
        bool hasText = reference > 0;
        return hasText ? LabelFact.Sure : LabelFact.Possible;
    }

    // The arguments behind the vector; null for what is no string.
    private static string?[] Texts(CallExpression call) =>
        [.. call.Arguments.Skip(1).Select(argument => (argument.WithoutParentheses() as StringLiteral)?.Value)];
}
