using Alys.PromQL;
using Kind = Alys.Checks.Templating.TemplateTokenKind;

namespace Alys.Checks.Templating;

/// <summary>Reads the actions of a template, and follows what the dot and each variable stand for.</summary>
/// <remarks><b>Source:</b> documentation of Go's text/template.</remarks>
internal sealed partial class TemplateReader(string text)
{
    private readonly TemplateLexer _lexer = new(text);
    private readonly Stack<TemplateBlock> _blocks = [];
    private Dictionary<string, TemplateValue> _variables = new(TemplateWords.Variables);
    private TemplateValue _dot = TemplateValue.Alert;
    private SourceSpan _open;
    private TemplateToken _token;

    public List<(string Name, SourceSpan Span)> Functions { get; } = [];

    public List<(string Name, SourceSpan Span)> Labels { get; } = [];

    public List<TemplateText> Queries { get; } = [];

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

    private void End()
    {
        if (_token.Kind != Kind.End) throw Unexpected();
    }

    private TemplateException Unexpected() => TemplateLexer.Error(
        _token.Span, _token.Kind == Kind.End ? "the action ends too early" : $"{_token.Text} is not expected here",
        "The form is that of Go's text/template.");

    private void Advance() => _token = _lexer.Next(_open);
}
