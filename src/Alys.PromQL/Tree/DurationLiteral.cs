namespace Alys.PromQL.Tree;

/// <summary>A duration that is written out: <c>5m</c>, or <c>300</c> from 3.0 on.</summary>
public sealed class DurationLiteral : DurationNode
{
    internal DurationLiteral(SourceSpan span, TimeSpan length)
        : base(span) => Length = length;

    /// <summary>How long it is; negative only in an offset.</summary>
    public TimeSpan Length { get; }

    /// <inheritdoc/>
    public override TimeSpan? Value => Length;
}
