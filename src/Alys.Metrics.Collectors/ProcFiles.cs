using Microsoft.Win32.SafeHandles;

namespace Alys.Metrics.Collectors;

/// <summary>Reads the small files of <c>/proc</c> and <c>/sys</c> into one buffer that is used again and
/// again.</summary>
/// <remarks><b>Threads:</b> one at a time. <b>Cost:</b> no allocation but the file handle once the buffer has its
/// size.</remarks>
internal sealed class ProcFiles
{
    /// <summary>What is read of a file at most; the longest file read here, <c>/proc/stat</c> of a big machine, has
    /// some tens of KiB.</summary>
    private const int Limit = 1024 * 1024;

    private byte[] _buffer = new byte[4096];

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content; valid until the next read.</param>
    /// <returns>False when there is no such file, the process it tells of has ended, or it may not be read.</returns>
    public bool TryRead(string path, out ReadOnlySpan<byte> content)
    {
        content = default;
        try
        {
            using SafeFileHandle file = File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            int length = Fill(file);
            content = _buffer.AsSpan(0, length);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The first field of a file as a number; null when it is none, or the file cannot be read.</summary>
    public long? ReadNumber(string path) =>
        TryRead(path, out ReadOnlySpan<byte> content) ? ProcText.Number(ProcText.TakeField(ref content)) : null;

    private int Fill(SafeFileHandle file)
    {
        int length = 0;
        while (length < Limit)
        {
            if (length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            int read = RandomAccess.Read(file, _buffer.AsSpan(length), length);
            if (read == 0) break;
            length += read;
        }

        return length;
    }
}
