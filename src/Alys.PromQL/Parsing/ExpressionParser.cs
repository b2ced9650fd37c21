using System.Runtime.CompilerServices;
using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Parsing;

/// <summary>
/// Recursive descent with precedences. A method that fails has said why and returns null; then all above it return
/// null. The parts: this one for operators, the others for what stands between them.
/// </summary>
internal sealed partial class ExpressionParser
{
    private readonly string _text;
    private readonly PromQLOptions _options;
    private readonly int _maxDepth;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Scanner _scanner;

    private Token _token;

    // The end of the token before.
    private int _lastEnd;
    private int _depth;

    public ExpressionParser(string text, PromQLOptions options)
    {
        _text = text;
        _options = options;
        _maxDepth = Math.Clamp(options.MaxDepth, 1, 1_000);
        _scanner = new Scanner(text, options, _diagnostics);
    }

    public ParseResult Parse()
    {
        Advance();
        Expression? root = null;
        if (_token.Kind == TokenKind.EndOfInput)
        {
            Fail(new SourceSpan(0, 0), "there is no expression", "Write one.");
        }
        else
        {
            root = Binary(0);
            if (root is not null && _token.Kind != TokenKind.EndOfInput)
            {
                root = Unexpected("behind a complete expression", "Put an operator between, or remove it.");
            }
        }

        // The types of half a tree say nothing.
        if (root is not null) new TypeChecker(_text, _diagnostics).Check(root);
        return new ParseResult(_text, root, _diagnostics);
    }

    private Expression? Binary(int minPrecedence)
    {
        if (!Enter()) return null;
        Expression? left = _token.Kind is TokenKind.Add or TokenKind.Subtract ? Unary() : Postfix(Primary());
        while (left is not null && Operators.Find(_token.Kind) is { } found && found.Precedence >= minPrecedence)
        {
            SourceSpan operatorSpan = Take();
            if (Modifiers() is not { } modifiers) return null;
            bool isFromRight = found.Operator == BinaryOperator.Power;
            if (Binary(isFromRight ? found.Precedence : found.Precedence + 1) is not { } right) return null;
            left = Limited(new BinaryExpression(
                found.Operator, operatorSpan, modifiers.ReturnsBool, modifiers.Matching, left, right)
            {
                FillLeft = modifiers.FillLeft,
                FillRight = modifiers.FillRight,
            });
        }

        _depth--;
        return left;
    }

    private Expression? Unary()
    {
        bool isNegation = _token.Kind == TokenKind.Subtract;
        int start = Take().Start;
        if (Binary(Operators.PowerPrecedence) is not { } operand) return null;
        SourceSpan span = SourceSpan.Between(start, operand.Span.End);
        if (operand is NumberLiteral number)
            return new NumberLiteral(span, isNegation ? -number.Value : number.Value, number.IsDuration);
        return Limited(new UnaryExpression(span, isNegation, operand));
    }

    // Ranges, offsets and times, which bind more than any operator.
    private Expression? Postfix(Expression? inner)
    {
        while (inner is not null)
        {
            switch (_token.Kind)
            {
                case TokenKind.LeftBracket:
                    inner = Range(inner);
                    break;
                case TokenKind.Offset:
                    inner = Offset(inner);
                    break;
                case TokenKind.At:
                    inner = At(inner);
                    break;
                case TokenKind.Anchored or TokenKind.Smoothed:
                    inner = Edge(inner);
                    break;
                default:
                    return inner;
            }
        }

        return null;
    }

    private bool Enter()
    {
        if (++_depth <= _maxDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack()) return true;
        Fail(_token.Span, "the expression is nested too deeply", "Split it up with recording rules.");
        return false;
    }

    private Expression? Limited(Expression expression)
    {
        if (expression.Height < _maxDepth) return expression;
        Fail(expression.Span, "the expression is nested too deeply", "Split it up with recording rules.");
        return null;
    }

    private void Advance()
    {
        _lastEnd = _token.Span.End;
        do
            _token = _scanner.Next();
        while (_token.Kind == TokenKind.Comment);
    }

    /// <summary>Goes behind the token and returns where it was.</summary>
    private SourceSpan Take()
    {
        SourceSpan span = _token.Span;
        Advance();
        return span;
    }

    private bool TryTake(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private ReadOnlySpan<char> TextOf(Token token) => _text.AsSpan(token.Span.Start, token.Span.Length);

    private string TextOf(SourceSpan span) => _text.Substring(span.Start, span.Length);

    // What Fail says ends the parsing, for its caller then returns null; what Report says does not.
    private void Fail(SourceSpan span, string message, string help) => Report(span, message, help);

    private void Report(SourceSpan span, string message, string help) =>
        _diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, span, message, help));

    // Always null, so that a caller can return it.
    private Expression? Unexpected(string where, string help)
    {
        // The scanner has said what is wrong with a token that is none.
        if (_token.Kind == TokenKind.Error) return null;
        string what = _token.Kind == TokenKind.EndOfInput ? "the expression ends" : $"'{Shortened()}' cannot stand";
        Fail(_token.Span, $"{what} {where}", help);
        return null;
    }

    private string Shortened()
    {
        string text = TextOf(_token.Span);
        return text.Length <= 30 ? text : string.Concat(text.AsSpan(0, 27), "...");
    }
}
