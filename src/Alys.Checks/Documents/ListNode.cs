using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>Values in an order.</summary>
public sealed class ListNode : DocumentNode
{
    internal ListNode(SourceFile file, SourceSpan span, IReadOnlyList<DocumentNode> items)
        : base(file, span) => Items = items;

    /// <summary>All of them.</summary>
    public IReadOnlyList<DocumentNode> Items { get; }
}
