using Alys.Checks.Sources;
using Alys.PromQL;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlStyle = YamlDotNet.Core.ScalarStyle;

namespace Alys.Checks.Documents;

/// <summary>Makes the nodes of one document of YAML.</summary>
internal sealed class YamlNodes(SourceFile file, Parser parser)
{
    // A document of ours has eight levels; a hostile one must not use up the stack.
    private const int MaxDepth = 100;

    // A few lines of aliases of aliases stand for billions of nodes, and whoever walks them would never end.
    private const int MaxNodes = 1_000_000;

    private const string Merge = "<<";

    private readonly Dictionary<string, Anchored> _anchors = new(StringComparer.Ordinal);
    private int _count;
    private bool _hasAliases;
    private int _deepest;

    // Where what was read so far ends: the mark at the end of a block is where the next one begins.
    private int _end;

    /// <summary>The node that the parser stands before.</summary>
    public DocumentNode Read() => Node(0);

    private DocumentNode Node(int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out AnchorAlias? alias)) return Resolve(alias, depth);
        // Found by chance: of some broken texts the parser ends a map before the value of its last name.
        if (parser.Current is not NodeEvent begin)
        {
            Mark at = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(at, at, "a value is missing here");
        }

        Limit(begin, depth, 1);
        int before = _count;
        int deepest = _deepest;
        _deepest = depth;
        DocumentNode node = begin switch
        {
            MappingStart => Map(depth),
            SequenceStart => List(depth),
            _ => Scalar(parser.Consume<Scalar>()),
        };
        if (!begin.Anchor.IsEmpty)
            _anchors[begin.Anchor.Value] = new Anchored(node, _count - before + 1, _deepest - depth);
        _deepest = Math.Max(_deepest, deepest);
        return node;
    }

    private DocumentNode Resolve(AnchorAlias alias, int depth)
    {
        Anchored anchored = _anchors.GetValueOrDefault(alias.Value.Value)
            ?? throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value.Value} before it");
        _hasAliases = true;
        Limit(alias, depth + anchored.Height, anchored.Count);
        _end = Place(alias.End);
        return anchored.Node;
    }

    private void Limit(ParsingEvent at, int depth, int count)
    {
        if (depth > MaxDepth) throw new YamlException(at.Start, at.End, "it is nested too deep");
        _count += count;
        if (_count > MaxNodes)
        {
            throw new YamlException(
                at.Start, at.End,
                _hasAliases ? "with its aliases it is too large" : "it is too large, and has to be split");
        }

        _deepest = Math.Max(_deepest, depth);
    }

    private MapNode Map(int depth)
    {
        MappingStart start = parser.Consume<MappingStart>();
        _end = Place(start.End);
        List<MapEntry> entries = [];
        List<MapNode> merged = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        MappingEnd? end;
        while (!parser.TryConsume<MappingEnd>(out end))
        {
            ParsingEvent at = parser.Current!;
            DocumentNode key = Node(depth + 1);
            DocumentNode value = Node(depth + 1);
            if (key is not ScalarNode name) continue;
            if (name.Value == Merge) merged.AddRange(Merged(value));
            else if (names.Add(name.Value)) entries.Add(new MapEntry(name, value));
            else throw new YamlException(at.Start, at.End, $"{name.Value} is there twice");
        }

        // What is merged counts for less than what is there, and a later one for less than an earlier one.
        entries.AddRange(merged.SelectMany(map => map.Entries).Where(entry => names.Add(entry.Key.Value)));
        if (start.Style == MappingStyle.Flow) _end = PastBracket(end);
        return new MapNode(file, SourceSpan.Between(Place(start.Start), _end), entries);
    }

    private static IEnumerable<MapNode> Merged(DocumentNode value) => value switch
    {
        MapNode map => [map],
        ListNode list => list.Items.OfType<MapNode>(),
        _ => [],
    };

    private ListNode List(int depth)
    {
        SequenceStart start = parser.Consume<SequenceStart>();
        _end = Place(start.End);
        List<DocumentNode> items = [];
        SequenceEnd? end;
        while (!parser.TryConsume<SequenceEnd>(out end)) items.Add(Node(depth + 1));
        if (start.Style == SequenceStyle.Flow) _end = PastBracket(end);
        return new ListNode(file, SourceSpan.Between(Place(start.Start), _end), items);
    }

    private ScalarNode Scalar(Scalar scalar)
    {
        ScalarStyle style = scalar.Style switch
        {
            YamlStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlStyle.Literal or YamlStyle.Folded => ScalarStyle.Block,
            _ => ScalarStyle.Plain,
        };
        int end = Place(scalar.End);
        int start = Math.Min(PastProperties(Place(scalar.Start), end), end);
        while (end > start && file.Text[end - 1] is '\n' or ' ' or '\r') end--;
        _end = Math.Max(_end, end);
        return new ScalarNode(file, SourceSpan.Between(start, end), scalar.Value, style);
    }

    // An anchor and a tag stand before the text itself.
    private int PastProperties(int position, int end)
    {
        while (position < end && file.Text[position] is '&' or '!')
        {
            while (position < end && !char.IsWhiteSpace(file.Text[position])) position++;
            while (position < end && char.IsWhiteSpace(file.Text[position])) position++;
        }

        return position;
    }

    // The mark of the bracket is before it, at its start and at its end.
    private int PastBracket(ParsingEvent end)
    {
        int position = Place(end.Start);
        return position < file.Text.Length && file.Text[position] is ']' or '}' ? position + 1 : position;
    }

    private int Place(Mark mark) => Math.Clamp((int)mark.Index, 0, file.Text.Length);

    private sealed record Anchored(DocumentNode Node, int Count, int Height);
}
