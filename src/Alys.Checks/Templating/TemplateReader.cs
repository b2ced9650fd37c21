using Alys.PromQL;
using Kind = Alys.Checks.Templating.TemplateTokenKind;

namespace Alys.Checks.Templating;

/// <summary>Reads the actions of a template, and follows what the dot and each variable stand for.</summary>
/// <remarks><b>Source:</b> documentation of Go's text/template.</remarks>
internal sealed class TemplateReader(string text)
{
    // Nobody nests so deep, and a hostile text must not use up the stack.
    private const int MaxDepth = 100;

    private readonly TemplateLexer _lexer = new(text);
    private readonly Stack<TemplateBlock> _blocks = [];
    private Dictionary<string, TemplateValue> _variables = new(TemplateWords.Variables);
    private TemplateValue _dot = TemplateValue.Alert;
    private SourceSpan _open;
    private TemplateToken _token;
    private int _depth;

    public List<(string Name, SourceSpan Span)> Functions { get; } = [];

    public List<(string Name, SourceSpan Span)> Labels { get; } = [];

    /// <summary>Reads all of it.</summary>
    /// <exception cref="TemplateException">It is none.</exception>
    public void Read()
    {
        while (_lexer.NextAction(out _open))
        {
            Advance();
            Action();
        }

        if (_blocks.TryPeek(out TemplateBlock? block))
            throw TemplateLexer.Error(block.Span, $"this {block.Word} is not ended", "Put {{ end }} behind it.");
    }

    private void Action()
    {
        if (_token.Kind != Kind.Word || !TemplateWords.Keywords.Contains(_token.Text))
        {
            Pipeline(isRange: false);
            End();
            return;
        }

        TemplateToken word = _token;
        Advance();
        switch (word.Text)
        {
            case "if" or "with" or "range":
                Begin(word);
                break;
            case "else":
                Else(word);
                break;
            case "end":
                Leave(word);
                break;
            case "define" or "block" or "template":
                Named(word);
                break;
            default:
                if (_blocks.All(block => block.Word != "range"))
                    throw TemplateLexer.Error(word.Span, $"{word.Text} is only in a range", "Take it out.");
                break;
        }

        End();
    }

    private void Begin(TemplateToken word)
    {
        _blocks.Push(Block(word));
        _variables = new(_variables);
        Inside(word.Text);
    }

    private TemplateBlock Block(TemplateToken word) => new(word.Text, word.Span, _dot, _variables);

    private void Inside(string word)
    {
        TemplateValue value = Pipeline(word == "range");
        if (word != "if") _dot = word == "with" ? value : TemplateValue.Other;
    }

    private void Else(TemplateToken word)
    {
        if (!_blocks.TryPeek(out TemplateBlock? block) || block.Word == "define")
            throw TemplateLexer.Error(word.Span, "this else belongs to no if", "Take it out.");
        if (block.HasElse) throw TemplateLexer.Error(word.Span, "there is an else already", "Take it out.");
        _dot = block.Outer;
        if (_token is { Kind: Kind.Word, Text: "if" or "with" })
        {
            string second = _token.Text;
            Advance();
            Inside(second);
        }
        else block.HasElse = true;
    }

    private void Leave(TemplateToken word)
    {
        if (!_blocks.TryPop(out TemplateBlock? block))
            throw TemplateLexer.Error(word.Span, "this end has nothing to end", "Take it out.");
        _dot = block.Outer;
        _variables = new(block.Variables);
    }

    private void Named(TemplateToken word)
    {
        if (_token.Kind != Kind.Text)
            throw TemplateLexer.Error(word.Span, $"the name of this {word.Text} is missing", "Put it into quotes.");
        Advance();
        if (word.Text != "define" && (word.Text == "block" || _token.Kind != Kind.End)) Pipeline(isRange: false);
        if (word.Text == "template") return;
        // Who calls it gives it its dot, and it sees none of the variables.
        _blocks.Push(Block(word));
        _variables = new() { ["$"] = TemplateValue.Other };
        _dot = TemplateValue.Other;
    }

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
        TemplateValue value = Command(first);
        while (_token.Kind == Kind.Pipe)
        {
            Advance();
            Command(null);
            value = TemplateValue.Other;
        }

        return value;
    }

    private TemplateValue Command(TemplateValue? first)
    {
        string? called = null;
        if (first is null)
        {
            if (_token.Kind == Kind.Word) called = _token.Text;
            first = Operand() ?? throw Missing();
        }

        List<TemplateValue> values = [first.Value];
        while (_token.Kind is not (Kind.End or Kind.Pipe or Kind.Close))
        {
            TemplateToken token = _token;
            values.Add(Operand() ?? throw Unexpected());
            if (called == "index" && values is [_, TemplateValue.Labels, _] && token.Kind == Kind.Text)
                Labels.Add((token.Text[1..^1], new SourceSpan(token.Span.Start + 1, token.Text.Length - 2)));
        }

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

    private TemplateValue Known(TemplateToken variable) => _variables.TryGetValue(variable.Text, out TemplateValue value)
        ? value
        : throw TemplateLexer.Error(
            variable.Span, $"there is no variable {variable.Text}",
            Help(variable.Text, _variables.Keys, "There are"));

    private static string Help(string name, IEnumerable<string> names, string all) =>
        Near.Sentence(name, names) is { Length: > 0 } near ? near : $"{all} {string.Join(", ", names)}.";

    private void End()
    {
        if (_token.Kind != Kind.End) throw Unexpected();
    }

    private TemplateException Missing() => _token.Kind == Kind.End
        ? TemplateLexer.Error(SourceSpan.Between(_open.Start, _token.Span.End), "a value is missing here", "Add it.")
        : Unexpected();

    private TemplateException Unexpected() => TemplateLexer.Error(
        _token.Span, _token.Kind == Kind.End ? "the action ends too early" : $"{_token.Text} is not expected here",
        "The form is that of Go's text/template.");

    private void Advance() => _token = _lexer.Next(_open);
}
