namespace Alys.Monitor.Tests.Rules;

/// <summary>A rule as it stands in its file.</summary>
/// <param name="File">The name of the file, such as <c>sync.yml</c>.</param>
/// <param name="Name">The name of the alert or the record. Two rules may have one name.</param>
/// <param name="IsAlert">Whether it is an alert.</param>
/// <param name="Text">Its lines, each with its end.</param>
/// <param name="ExpressionStart">Where the expression begins in the text.</param>
/// <param name="ExpressionLength">How long the expression is; with the indentation of its lines, if it has more than
/// one.</param>
internal sealed record RuleText(
    string File, string Name, bool IsAlert, string Text, int ExpressionStart, int ExpressionLength)
{
    public string Expression => Text.Substring(ExpressionStart, ExpressionLength);

    public string Label(string name) => Value($"          {name}: ");

    public string Annotation(string name) => Value($"          {name}: ").Trim('\'');

    // In a rule, no label has the name of an annotation.
    private string Value(string start) => Text.Split('\n')
        .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..] ?? "";
}
