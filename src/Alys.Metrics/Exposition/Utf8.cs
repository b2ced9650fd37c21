using System.Text;

namespace Alys.Metrics.Exposition;

/// <summary>Text as the bytes of the exposition, which is UTF-8 without a byte order mark.</summary>
internal static class Utf8
{
    internal static byte[] Of(string text) => Encoding.UTF8.GetBytes(text);
}
