using Alys.Checks.Templating;

namespace Alys.Checks.Tests.Templating;

public sealed class AlertTemplateTests
{
    [Theory]
    [InlineData("{{ $value | humanizeBytes }}", "humanizeBytes 12")]
    [InlineData("{{ humanizeBytes $value }}", "humanizeBytes 3")]
    [InlineData("{{- humanizeBytes $value -}}", "humanizeBytes 4")]
    [InlineData("{{ if humanizeBytes $value }}x{{ else if (foo) }}y{{ end }}", "humanizeBytes 6;foo 42")]
    [InlineData("{{ with $x := foo 1 }}{{ $x }}{{ end }}", "foo 14")]
    [InlineData("{{ range foo }}{{ . }}{{ end }}", "foo 9")]
    [InlineData("{{ printf \"%s\" now }}", "printf 3;now 15")]
    [InlineData("humanizeBytes is in no braces", "")]
    [InlineData("{{ `(foo` }}{{/* (foo) | bar */}}", "")]
    public void Functions_are_found_with_their_places(string text, string found) =>
        Assert.Equal(found, Said(AlertTemplate.Read(text).Functions));

    [Theory]
    [InlineData("{{ $labels.job }} on {{ .Labels.instance }} $labels.x", "job 11;instance 32")]
    [InlineData("{{ with .Labels }}{{ .job }}{{ else }}{{ .Labels.x }}{{ end }}{{ .Labels.y }}", "job 22;x 49;y 73")]
    [InlineData("{{ $l := $labels }}{{ $l.job }}{{ $l = 1 }}{{ $l.x }}", "job 25")]
    [InlineData("{{ index $labels \"job\" }}{{ index (.Labels) `x` }}", "job 18;x 45")]
    [InlineData("{{ range query \"up\" }}{{ .Labels.a }}{{ $labels.b }}{{ end }}", "b 48")]
    [InlineData("{{ $externalLabels.a }}{{ printf \"%v\" $labels }}", "")]
    public void The_labels_of_the_result_are_found_with_their_places(string text, string found)
    {
        AlertTemplate template = AlertTemplate.Read(text);
        Assert.Null(template.Error);
        Assert.Equal(found, Said(template.Labels));
    }

    [Theory]
    [InlineData("{{ query \"up\" }}", "\"up\" 9")]
    [InlineData("{{ with query `up` }}{{ . | first | value }}{{ end }}", "`up` 14")]
    [InlineData("{{ \"up\" | query | len }}{{ len (query (\"a\")) }}", "\"up\" 3;\"a\" 39")]
    [InlineData("{{ query (printf \"%s\" $labels.job) }}", "printf \"%s\" 17")]
    [InlineData("{{ $labels.job | printf \"%s\" | query }}", "printf \"%s\" 24")]
    [InlineData("{{ range $i, $q := query \"up\" }}{{ end }}", "\"up\" 25")]
    [InlineData("{{ query $labels.job }}{{ $labels.job | query }}{{ query (print \"up\") }}{{ query 'u' }}", "")]
    [InlineData("{{ \"up\" | print | query }}{{ print \"up\" query }}{{ \"up\" | len }}", "")]
    public void The_queries_that_are_written_out_are_found(string text, string found) => Assert.Equal(
        found, string.Join(';', AlertTemplate.Read(text).Queries.Select(query =>
            $"{(query.IsFormat ? "printf " : "")}{query.Quoted} {query.Span.Start}")));

    [Theory]
    [InlineData("{{ ", "this action is not closed", 0)]
    [InlineData("a {{", "this action is not closed", 2)]
    [InlineData("{{}}", "a value is missing here", 0)]
    [InlineData("{{ $value | | len }}", "| is not expected here", 12)]
    [InlineData("{{ | len }}", "| is not expected here", 3)]
    [InlineData("{{ $value ) }}", ") is not expected here", 10)]
    [InlineData("{{ `a }}", "this text is not closed", 3)]
    [InlineData("{{/* a }}", "this comment is not closed", 0)]
    [InlineData("{{- /* a */ b }}", "a comment stands alone in its braces", 0)]
    [InlineData("{{ /* a */ }}", "/ has no meaning here", 3)]
    [InlineData("{{ $x }}{{ $x := 1 }}", "there is no variable $x", 3)]
    [InlineData("{{ if 1 }}{{ $x := 1 }}{{ end }}{{ $x }}", "there is no variable $x", 35)]
    [InlineData("{{ $x = 1 }}", "there is no variable $x", 3)]
    [InlineData("{{ define \"a\" }}{{ $labels }}{{ end }}", "there is no variable $labels", 19)]
    [InlineData("{{ if 1 }}{{ else }}{{ else }}{{ end }}", "there is an else already", 23)]
    [InlineData("{{ break }}", "break is only in a range", 3)]
    [InlineData("{{ range }}", "a value is missing here", 0)]
    [InlineData("{{ range $a, 1 }}", "1 is not expected here", 13)]
    [InlineData("{{ template }}", "the name of this template is missing", 3)]
    [InlineData("{{ end 1 }}", "this end has nothing to end", 3)]
    [InlineData("{{ len if }}", "if is not expected here", 7)]
    public void What_is_no_template_is_said_with_its_place(string text, string message, int start)
    {
        TemplateError? error = AlertTemplate.Read(text).Error;
        Assert.NotNull(error);
        Assert.Equal((message, start), (error.Message, error.Span.Start));
    }

    [Fact]
    public void Every_beginning_of_a_template_is_read_to_some_end()
    {
        const string Text = "{{ range $i, $s := query \"a\" | sortByLabel `b` }}{{- if (eq .Value -1.5e3) -}}"
            + "{{ break }}{{ else with $labels }}{{ .a.b }}{{/* c */}}{{ end }}{{ end }}{{ index .Labels \"d\" }}";
        Assert.Null(AlertTemplate.Read(Text).Error);
        Assert.Equal("it is nested too deep", AlertTemplate.Read("{{ " + new string('(', 99_999)).Error?.Message);
        Assert.All(Enumerable.Range(0, Text.Length), length => AlertTemplate.Read(Text[..length]));
        Assert.All(Enumerable.Range(0, Text.Length), start => AlertTemplate.Read(Text[start..]));
        Assert.All(Enumerable.Range(0, Text.Length), at => AlertTemplate.Read(Text.Remove(at, 1)));
    }

    private static string Said(IReadOnlyList<(string Name, Alys.PromQL.SourceSpan Span)> found) =>
        string.Join(';', found.Select(one => $"{one.Name} {one.Span.Start}"));
}
