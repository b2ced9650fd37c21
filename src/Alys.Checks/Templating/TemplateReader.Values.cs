using Alys.PromQL;
using Kind = Alys.Checks.Templating.TemplateTokenKind;

namespace Alys.Checks.Templating;

/// <content>Pipelines, commands and operands, and what is known of their values.</content>
internal sealed partial class TemplateReader
{
    // Nobody nests so deep, and a hostile text must not use up the stack.
    private const int MaxDepth = 100;

    private int _depth;

    // What was read last, when it is a text that is written out: an argument, or what a pipe hands on.
    private TemplateText? _text;

    private TemplateValue Pipeline(bool isRange)
    {
        List<TemplateToken> declared = [];
        TemplateValue value = TemplateValue.Other;
        if (_token.Kind == Kind.Variable)
        {
            TemplateToken first = _token;
            Advance();
            if (isRange && _token.Kind == Kind.Comma)
            {
                declared.Add(first);
                Advance();
                first = _token.Kind == Kind.Variable ? _token : throw Unexpected();
                Advance();
                if (_token.Kind != Kind.Assign) throw Unexpected();
            }

            if (_token.Kind == Kind.Assign)
            {
                if (_token.Text == "=") _ = Known(first);
                declared.Add(first);
                Advance();
                value = Commands(null);
            }
            else value = Commands(Fields(Known(first)));
        }
        else value = Commands(null);

        foreach (TemplateToken variable in declared)
            _variables[variable.Text] = isRange ? TemplateValue.Other : value;
        return value;
    }

    private TemplateValue Commands(TemplateValue? first)
    {
        _text = null;
        TemplateValue value = Command(first);
        while (_token.Kind == Kind.Pipe)
        {
            Advance();
            // As Go does: a pipe to nothing is passed over.
            if (_token.Kind != Kind.End) Command(null);
            value = TemplateValue.Other;
        }

        return value;
    }

    private TemplateValue Command(TemplateValue? first)
    {
        TemplateText? piped = _text;
        string? called = null;
        _text = null;
        if (first is null)
        {
            if (_token.Kind == Kind.Word) called = _token.Text;
            first = Operand() ?? throw Missing();
        }

        List<TemplateValue> values = [first.Value];
        List<TemplateText?> texts = [_text];
        while (_token.Kind is not (Kind.End or Kind.Pipe or Kind.Close))
        {
            TemplateToken token = _token;
            _text = null;
            values.Add(Operand() ?? throw Unexpected());
            texts.Add(_text);
            if (called == "index" && values is [_, TemplateValue.Labels, _] && token.Kind == Kind.Text)
                Labels.Add((token.Text[1..^1], new SourceSpan(token.Span.Start + 1, token.Text.Length - 2)));
        }

        if (called == "query" && (texts.Count == 1 ? piped : texts[1]) is { } query) Queries.Add(query);
        _text = (called, texts) switch
        {
            (null, [var only]) => only,
            ("printf", [_, { } format, ..]) => format with { IsFormat = true },
            _ => null,
        };
        return values.Count == 1 ? values[0] : TemplateValue.Other;
    }

    private TemplateValue? Operand()
    {
        TemplateToken token = _token;
        switch (token.Kind)
        {
            case Kind.Field:
                return Fields(_dot, isFirst: true);
            case Kind.Dot:
                Advance();
                return _dot;
            case Kind.Variable:
                Advance();
                return Fields(Known(token));
            case Kind.Text or Kind.Number:
                Advance();
                // In single quotes stands a character, which is a number.
                if (token.Text[0] is '"' or '`') _text = new TemplateText(token.Span, token.Text, IsFormat: false);
                return TemplateValue.Other;
            case Kind.Word:
                Word(token);
                return Fields(TemplateValue.Other);
            case Kind.Open:
                return Fields(Parenthesis(token));
            default:
                return null;
        }
    }

    private TemplateValue Parenthesis(TemplateToken open)
    {
        if (++_depth > MaxDepth) throw TemplateLexer.Error(open.Span, "it is nested too deep", "Simplify it.");
        Advance();
        TemplateValue value = Pipeline(isRange: false);
        if (_token.Kind != Kind.Close)
            throw TemplateLexer.Error(open.Span, "this parenthesis is not closed", "Close it with ).");
        _depth--;
        Advance();
        return value;
    }

    private void Word(TemplateToken token)
    {
        if (TemplateWords.Keywords.Contains(token.Text)) throw Unexpected();
        if (!TemplateWords.Constants.Contains(token.Text)) Functions.Add((token.Text, token.Span));
        Advance();
    }

    private TemplateValue Fields(TemplateValue value, bool isFirst = false)
    {
        for (; _token.Kind == Kind.Field && (isFirst || !_token.AfterSpace); isFirst = false)
        {
            string name = _token.Text[1..];
            SourceSpan span = new(_token.Span.Start + 1, name.Length);
            if (value == TemplateValue.Labels) Labels.Add((name, span));
            value = value != TemplateValue.Alert ? TemplateValue.Other
                : TemplateWords.Fields.TryGetValue(name, out TemplateValue field) ? field
                : throw TemplateLexer.Error(
                    span, $"a template is not given .{name}",
                    Help(name, TemplateWords.Fields.Keys, "It is given"));
            Advance();
        }

        return value;
    }

    private TemplateValue Known(TemplateToken variable) =>
        _variables.TryGetValue(variable.Text, out TemplateValue value) ? value : throw TemplateLexer.Error(
            variable.Span, $"there is no variable {variable.Text}",
            Help(variable.Text, _variables.Keys, "There are"));

    private static string Help(string name, IEnumerable<string> names, string all) =>
        Near.Sentence(name, names) is { Length: > 0 } near ? near : $"{all} {string.Join(", ", names)}.";

    private TemplateException Missing() => _token.Kind == Kind.End
        ? TemplateLexer.Error(SourceSpan.Between(_open.Start, _token.Span.End), "a value is missing here", "Add it.")
        : Unexpected();
}
