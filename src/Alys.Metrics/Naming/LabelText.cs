using System.Buffers;
using System.Text;

namespace Alys.Metrics.Naming;

/// <summary>What a label value may be.</summary>
internal static class LabelText
{
    /// <summary>What a value is replaced by when its family has no room for it.</summary>
    internal const string Other = "other";

    /// <summary>
    /// Whether a value can be a label of its own: not longer than the limit, and valid Unicode. A lone surrogate has no
    /// UTF-8, and replacing it would make two values equal.
    /// </summary>
    internal static bool IsAcceptable(ReadOnlySpan<char> value, int maxLength)
    {
        if (value.Length > maxLength) return false;
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out _, out int consumed) != OperationStatus.Done) return false;
            value = value[consumed..];
        }

        return true;
    }

    /// <summary>The beginning of a text, not cutting a surrogate pair.</summary>
    internal static string Cut(string value, int maxLength)
    {
        if (value.Length <= maxLength) return value;
        int end = char.IsHighSurrogate(value[maxLength - 1]) ? maxLength - 1 : maxLength;
        return value[..end];
    }
}
