namespace Alys.PromQL.Tree;

/// <summary>Two expressions with an operator between them.</summary>
public sealed class BinaryExpression : Expression
{
    internal BinaryExpression(
        BinaryOperator @operator, SourceSpan operatorSpan, bool returnsBool, VectorMatching? matching,
        Expression left, Expression right)
        : base(left.Span.To(right.Span), TypeOf(left.Type, right.Type), left, right)
    {
        Operator = @operator;
        OperatorSpan = operatorSpan;
        ReturnsBool = returnsBool;
        Matching = matching;
        Left = left;
        Right = right;
        // A chain from the left is as deep as its deepest part: it may be long, and is walked without descending.
        if (left is BinaryExpression) Height = Math.Max(left.Height, right.Height + 1);
    }

    /// <summary>The operator.</summary>
    public BinaryOperator Operator { get; }

    /// <summary>Where the operator is, without <c>bool</c> and the labels that are matched.</summary>
    public SourceSpan OperatorSpan { get; }

    /// <summary>Whether <c>bool</c> makes a comparison give 0 or 1 instead of filtering.</summary>
    public bool ReturnsBool { get; }

    /// <summary>Which series belong together; null when all labels have to be equal.</summary>
    public VectorMatching? Matching { get; }

    /// <summary>What <c>fill</c> puts in place of a series that is missing on the left; null without.</summary>
    public double? FillLeft { get; internal init; }

    /// <summary>What <c>fill</c> puts in place of a series that is missing on the right; null without.</summary>
    public double? FillRight { get; internal init; }

    /// <summary>The left side.</summary>
    public Expression Left { get; }

    /// <summary>The right side.</summary>
    public Expression Right { get; }

    /// <summary>It and the operators directly on its left, the innermost first: of <c>a + b - c</c> the sum, then all
    /// of it. A chain may be longer than the stack is deep, so whoever walks a tree goes along it.</summary>
    /// <remarks><b>Cost:</b> an array of that length.</remarks>
    public IReadOnlyList<BinaryExpression> Chain
    {
        get
        {
            int length = 1;
            for (BinaryExpression inner = this; inner.Left is BinaryExpression next; inner = next) length++;
            BinaryExpression[] chain = new BinaryExpression[length];
            BinaryExpression? one = this;
            for (int i = length - 1; i >= 0; i--, one = one!.Left as BinaryExpression) chain[i] = one!;
            return chain;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Left, Right];

    private static ExpressionType TypeOf(ExpressionType left, ExpressionType right) =>
        left == ExpressionType.Scalar && right == ExpressionType.Scalar ? ExpressionType.Scalar
        : left == ExpressionType.InstantVector || right == ExpressionType.InstantVector ? ExpressionType.InstantVector
        : left == ExpressionType.Unknown || right == ExpressionType.Unknown ? ExpressionType.Unknown
        : ExpressionType.InstantVector;
}
