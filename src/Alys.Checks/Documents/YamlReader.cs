using Alys.Checks.Sources;
using Alys.PromQL;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlStyle = YamlDotNet.Core.ScalarStyle;

namespace Alys.Checks.Documents;

/// <summary>Reads YAML into nodes that know their places.</summary>
public static class YamlReader
{
    // A document of ours has eight levels; a hostile one must not use up the stack.
    private const int MaxDepth = 100;

    /// <summary>The first document of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="error">Why there is none; null when there is.</param>
    /// <returns>The document; null when it is empty or broken.</returns>
    public static DocumentNode? Read(SourceFile file, out DocumentError? error)
    {
        ArgumentNullException.ThrowIfNull(file);
        error = null;
        try
        {
            using StringReader text = new(file.Text);
            Parser parser = new(text);
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return null;
            parser.Consume<DocumentStart>();
            return Node(file, parser, [], 0);
        }
        catch (YamlException e)
        {
            string message = e.InnerException?.Message ?? e.Message;
            error = new DocumentError(Between(file, e.Start, e.End), $"this is no YAML: {message.TrimEnd('.')}");
            return null;
        }
    }

    private static DocumentNode Node(
        SourceFile file, Parser parser, Dictionary<string, DocumentNode> anchors, int depth)
    {
        if (depth > MaxDepth) throw new YamlException(parser.Current!.Start, parser.Current.End, "it is nested too deep");
        if (parser.TryConsume(out AnchorAlias? alias))
        {
            return anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value.Value} before it");
        }

        NodeEvent begin = (NodeEvent)parser.Current!;
        DocumentNode node = begin switch
        {
            MappingStart => Map(file, parser, anchors, depth),
            SequenceStart => List(file, parser, anchors, depth),
            _ => Scalar(file, parser.Consume<Scalar>()),
        };
        if (!begin.Anchor.IsEmpty) anchors[begin.Anchor.Value] = node;
        return node;
    }

    private static MapNode Map(SourceFile file, Parser parser, Dictionary<string, DocumentNode> anchors, int depth)
    {
        MappingStart start = parser.Consume<MappingStart>();
        List<MapEntry> entries = [];
        Mark end = start.End;
        while (!parser.TryConsume(out MappingEnd? last))
        {
            DocumentNode key = Node(file, parser, anchors, depth + 1);
            DocumentNode value = Node(file, parser, anchors, depth + 1);
            if (key is ScalarNode name) entries.Add(new MapEntry(name, value));
        }

        // The end of a block is where the next one begins, so its last value says where it ends.
        int until = entries.Count > 0 ? entries[^1].Value.Span.End : (int)end.Index;
        return new MapNode(file, SourceSpan.Between((int)start.Start.Index, until), entries);
    }

    private static ListNode List(SourceFile file, Parser parser, Dictionary<string, DocumentNode> anchors, int depth)
    {
        SequenceStart start = parser.Consume<SequenceStart>();
        List<DocumentNode> items = [];
        while (!parser.TryConsume(out SequenceEnd? last))
            items.Add(Node(file, parser, anchors, depth + 1));
        int until = items.Count > 0 ? items[^1].Span.End : (int)start.End.Index;
        return new ListNode(file, SourceSpan.Between((int)start.Start.Index, until), items);
    }

    private static ScalarNode Scalar(SourceFile file, Scalar scalar)
    {
        ScalarStyle style = scalar.Style switch
        {
            YamlStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlStyle.Literal or YamlStyle.Folded => ScalarStyle.Block,
            _ => ScalarStyle.Plain,
        };
        return new ScalarNode(file, Between(file, scalar.Start, scalar.End), scalar.Value, style);
    }

    private static SourceSpan Between(SourceFile file, Mark start, Mark end)
    {
        int last = Math.Clamp((int)end.Index, 0, file.Text.Length);
        int first = Math.Clamp((int)start.Index, 0, last);
        while (last > first && file.Text[last - 1] is '\n' or ' ' or '\r') last--;
        return SourceSpan.Between(first, last);
    }
}
