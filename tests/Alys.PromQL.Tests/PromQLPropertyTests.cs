using System.Globalization;
using Alys.PromQL.Tests.Generated;
using Alys.PromQL.Tree;
using CsCheck;

namespace Alys.PromQL.Tests;

/// <summary>What holds for every text. <c>ALYS_PROMQL_INPUTS=10000000</c> tries that many instead of a few.</summary>
public sealed class PromQLPropertyTests
{
    private static readonly long Inputs = long.Parse(
        Environment.GetEnvironmentVariable("ALYS_PROMQL_INPUTS") ?? "40000", CultureInfo.InvariantCulture);

    private static readonly PromQLOptions[] Dialects =
    [
        PromQLOptions.Prometheus2, PromQLOptions.Prometheus2 with { AllowGrafanaVariables = true },
        PromQLOptions.Prometheus3,
        PromQLOptions.Prometheus3 with { AllowExperimental = true, AllowGrafanaVariables = true },
    ];

    [Fact]
    public void No_text_throws_and_what_is_printed_is_read_and_printed_the_same() => AnyText.Any.Sample(
        text => Array.ForEach(Dialects, options => Check(text, options)), iter: Inputs, print: text => text);

    private static void Check(string text, PromQLOptions options)
    {
        ParseResult result = PromQLParser.Parse(text, options);
        foreach (Diagnostic found in result.Diagnostics)
        {
            bool isInside = found.Span.Start >= 0 && found.Span.End <= text.Length && found.Message.Length > 0;
            if (!isInside) throw new InvalidOperationException($"a diagnostic is outside the text: {found}");
        }

        if (!result.IsValid || result.Root is null) return;
        string printed = result.Root.ToString();
        ParseResult again = PromQLParser.Parse(printed, options);
        if (!again.IsValid) throw new InvalidOperationException($"'{printed}' is not read: {again.Diagnostics[0]}");
        string second = again.Root!.ToString();
        if (second != printed) throw new InvalidOperationException($"'{printed}' is printed as '{second}'");
        if (again.Root.Type != result.Root.Type) throw new InvalidOperationException($"'{printed}' has another type");
        foreach (Expression node in result.Root.DescendantsAndSelf())
        {
            bool isInside = node.Span.Start >= result.Root.Span.Start && node.Span.End <= result.Root.Span.End;
            if (!isInside) throw new InvalidOperationException($"a node is outside its root: {node} at {node.Span}");
        }
    }
}
