using System.Text;
using System.Text.Json;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>Reads JSON into nodes that know their places.</summary>
public static class JsonReader
{
    /// <summary>The document of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="error">Why there is none; null when there is.</param>
    /// <returns>The document; null when it is broken.</returns>
    public static DocumentNode? Read(SourceFile file, out DocumentError? error)
    {
        ArgumentNullException.ThrowIfNull(file);
        byte[] bytes = Encoding.UTF8.GetBytes(file.Text);
        int[]? places = bytes.Length == file.Text.Length ? null : Places(file.Text, bytes.Length);
        error = null;
        try
        {
            Utf8JsonReader reader = new(bytes);
            reader.Read();
            DocumentNode node = Node(file, ref reader, places);
            reader.Read();
            return node;
        }
        catch (JsonException e)
        {
            // What it says of its own options helps nobody who writes a dashboard.
            string message = e.Message.Split(" LineNumber:", 2)[0].Split(" which is not supported", 2)[0].TrimEnd('.');
            error = new DocumentError(Place(file, e), $"this is no JSON: {message}");
            return null;
        }
        catch (DuplicateNameException e)
        {
            error = new DocumentError(e.Name.Span, $"{e.Name.Value} is there twice, and only one of them counts");
            return null;
        }
        catch (InvalidOperationException)
        {
            error = new DocumentError(default, "this is no JSON: a text in it has half a character");
            return null;
        }
    }

    // The reader counts bytes, and so does not say in which character of the line it is.
    private static SourceSpan Place(SourceFile file, JsonException exception)
    {
        int line = (int)(exception.LineNumber ?? 0) + 1;
        byte[] bytes = Encoding.UTF8.GetBytes(file.Line(line));
        int before = (int)Math.Min(exception.BytePositionInLine ?? 0, bytes.Length);
        int start = file.StartOf(line) + Encoding.UTF8.GetCharCount(bytes, 0, before);
        return SourceSpan.Between(Math.Min(start, file.Text.Length), Math.Min(start + 1, file.Text.Length));
    }

    private static DocumentNode Node(SourceFile file, ref Utf8JsonReader reader, int[]? places)
    {
        int start = At(reader.TokenStartIndex, places);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                List<MapEntry> entries = [];
                HashSet<string> names = new(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    ScalarNode key = Text(file, ref reader, places);
                    if (!names.Add(key.Value)) throw new DuplicateNameException(key);
                    reader.Read();
                    entries.Add(new MapEntry(key, Node(file, ref reader, places)));
                }

                return new MapNode(file, SourceSpan.Between(start, At(reader.BytesConsumed, places)), entries);
            case JsonTokenType.StartArray:
                List<DocumentNode> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Node(file, ref reader, places));
                return new ListNode(file, SourceSpan.Between(start, At(reader.BytesConsumed, places)), items);
            case JsonTokenType.String:
                return Text(file, ref reader, places);
            default:
                string value = Encoding.UTF8.GetString(reader.ValueSpan);
                return new ScalarNode(file, new SourceSpan(start, value.Length), value, ScalarStyle.Plain);
        }
    }

    private static ScalarNode Text(SourceFile file, ref Utf8JsonReader reader, int[]? places)
    {
        int start = At(reader.TokenStartIndex, places);
        // The token of a name ends behind its colon, so its text tells how long it is.
        int end = At(reader.TokenStartIndex + reader.ValueSpan.Length + 2, places);
        return new ScalarNode(
            file, SourceSpan.Between(start, end), reader.GetString() ?? "", ScalarStyle.DoubleQuoted);
    }

    private static int At(long index, int[]? places) =>
        places is null ? (int)index : places[Math.Min(index, places.Length - 1)];

    // The character in which each byte is.
    private static int[] Places(string text, int bytes)
    {
        int[] places = new int[bytes + 1];
        int position = 0;
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            places.AsSpan(position, rune.Utf8SequenceLength).Fill(index);
            position += rune.Utf8SequenceLength;
            index += rune.Utf16SequenceLength;
        }

        places[bytes] = text.Length;
        return places;
    }

    private sealed class DuplicateNameException(ScalarNode name) : Exception
    {
        public ScalarNode Name { get; } = name;
    }
}
