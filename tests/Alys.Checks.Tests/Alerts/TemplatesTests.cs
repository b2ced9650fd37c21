using Alys.Checks.Alerts;

namespace Alys.Checks.Tests.Alerts;

public sealed class TemplatesTests
{
    [Theory]
    [InlineData("{{ $value | humanizeBytes }}", "humanizeBytes 12")]
    [InlineData("{{ humanizeBytes $value }}", "humanizeBytes 3")]
    [InlineData("{{- humanizeBytes $value -}}", "humanizeBytes 4")]
    [InlineData("{{ if humanizeBytes $value }}x{{ else if (foo) }}y{{ end }}", "humanizeBytes 6;foo 42")]
    [InlineData("{{ with $x := foo 1 }}{{ $x }}{{ end }}", "foo 14")]
    [InlineData("{{ range foo }}{{ . }}{{ end }}", "foo 9")]
    public void An_unknown_function_is_found_wherever_a_command_begins(string text, string found) => Assert.Equal(
        found, string.Join(';', Templates.UnknownFunctions(text).Select(one => $"{one.Name} {one.Span.Start}")));

    [Theory]
    [InlineData("humanizeBytes is in no braces")]
    [InlineData("{{ $value | humanize1024 }}B, {{ $labels.job }}, {{ .Labels.job }}, {{ .Value }}")]
    [InlineData("{{ printf \"%s | foo (bar)\" $labels.job }} {{ `(foo` }}")]
    [InlineData("{{/* (foo) | bar */}}")]
    [InlineData("{{ range query \"up\" }}{{ .Labels.job }}{{ else }}none{{ end }}")]
    [InlineData("{{ if and (gt $value 1.0) (le $value 2.0) }}{{ end }}")]
    [InlineData("{{ define \"x\" }}{{ template \"y\" . }}{{ end }}")]
    [InlineData("{{ not closed | foo")]
    [InlineData("")]
    public void Other_texts_are_fine(string text) => Assert.Empty(Templates.UnknownFunctions(text));

    [Fact]
    public void The_labels_of_the_result_are_found_with_their_places() => Assert.Equal(
        [("job", 11), ("instance", 32)],
        Templates.Labels("{{ $labels.job }} on {{ .Labels.instance }} $labels.x")
            .Select(one => (one.Name, one.Span.Start)));

    [Fact]
    public void A_near_function_is_asked_for() =>
        Assert.Equal("Is humanize meant?", Templates.NearFunctions("humanise"));
}
