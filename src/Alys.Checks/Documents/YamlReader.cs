using Alys.Checks.Sources;
using Alys.PromQL;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alys.Checks.Documents;

/// <summary>Reads YAML into nodes that know their places. Aliases and merge keys are resolved.</summary>
public static class YamlReader
{
    /// <summary>The first document of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="error">Why there is none; null when there is.</param>
    /// <returns>The document; null when it is empty or broken.</returns>
    public static DocumentNode? Read(SourceFile file, out DocumentError? error) =>
        Read(file, 1, out error) is [var document, ..] ? document : null;

    /// <summary>All documents of a file, which lines of <c>---</c> part.</summary>
    /// <param name="file">The file.</param>
    /// <param name="error">Why there is none; null when there is.</param>
    /// <returns>The documents; none when it is empty or one of them is broken.</returns>
    public static IReadOnlyList<DocumentNode> ReadAll(SourceFile file, out DocumentError? error) =>
        Read(file, int.MaxValue, out error);

    private static List<DocumentNode> Read(SourceFile file, int most, out DocumentError? error)
    {
        ArgumentNullException.ThrowIfNull(file);
        error = null;
        // The parser takes it for the end of the file, and the rest would not be looked at.
        int nul = file.Text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            error = new DocumentError(new SourceSpan(nul, 1), "this is no YAML: there is a NUL in it");
            return [];
        }

        using StringReader text = new(file.Text);
        Parser parser = new(text);
        try
        {
            parser.Consume<StreamStart>();
            List<DocumentNode> documents = [];
            while (documents.Count < most && !parser.Accept<StreamEnd>(out _))
            {
                parser.Consume<DocumentStart>();
                documents.Add(new YamlNodes(file, parser).Read());
                parser.Consume<DocumentEnd>();
            }

            return documents;
        }
        catch (YamlException e)
        {
            string message = e.InnerException?.Message ?? e.Message;
            int start = Math.Clamp((int)e.Start.Index, 0, file.Text.Length);
            int end = Math.Clamp((int)e.End.Index, start, file.Text.Length);
            error = new DocumentError(SourceSpan.Between(start, end), $"this is no YAML: {message.TrimEnd('.')}");
            return [];
        }
        // The library's own mistakes: its scanner does not expect some odd texts.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            int start = Math.Clamp((int)(parser.Current?.Start.Index ?? 0), 0, file.Text.Length);
            error = new DocumentError(
                new SourceSpan(start, 0), "this is no YAML: what comes after here cannot be read");
            return [];
        }
    }
}
