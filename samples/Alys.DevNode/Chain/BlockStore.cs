using System.Globalization;

namespace Alys.DevNode.Chain;

/// <summary>
/// Blocks on the disk, in files of <see cref="SegmentBlocks"/>; the newest <see cref="MostSegments"/> files are kept.
/// A tail that a crash left half written is cut off when the store is opened.
/// </summary>
/// <remarks><b>Threads:</b> any; a lock is held for a write or a read of one block.</remarks>
internal sealed class BlockStore : IDisposable
{
    public const int SegmentBlocks = 5_000;
    public const int MostSegments = 20;

    private readonly string _folder;
    private readonly bool _isReadOnly;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, long> _offsets = [];
    private readonly Dictionary<Hash256, long> _heights = [];

    private FileStream? _file;
    private long _segment = -1;

    /// <summary>Opens or makes it. Many can read at once what nobody writes to any more.</summary>
    public BlockStore(string folder, bool isReadOnly = false)
    {
        _folder = folder;
        _isReadOnly = isReadOnly;
        if (!isReadOnly) Directory.CreateDirectory(folder);
        foreach (long segment in Segments())
        {
            // A file that does not go on where the one before ended is of no use: the chain ends before the gap.
            if (Index(segment)) continue;
            if (isReadOnly) break;
            foreach (long later in Segments().Where(each => each > segment)) File.Delete(PathOf(later));
            break;
        }
    }

    /// <summary>The newest block; null: there is none.</summary>
    public Block? Head { get; private set; }

    /// <summary>Height of the oldest block that is kept.</summary>
    public long? Oldest
    {
        get
        {
            lock (_gate) return _offsets.Count == 0 ? null : _offsets.Keys.First();
        }
    }

    /// <summary>Puts a block behind the newest.</summary>
    public void Append(Block block)
    {
        lock (_gate)
        {
            FileStream file = Open(block.Height / SegmentBlocks);
            file.Seek(0, SeekOrigin.End);
            long offset = file.Position;
            using (var output = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true))
                BlockFormat.Write(output, block);
            file.Flush();
            Remember(block, offset);
        }
    }

    /// <summary>The block of a height; null when it is not here.</summary>
    public Block? Read(long height)
    {
        lock (_gate) return _offsets.TryGetValue(height, out long offset) ? ReadAt(height, offset) : null;
    }

    /// <summary>The block of a hash; null when it is not here.</summary>
    public Block? Read(Hash256 hash)
    {
        lock (_gate)
        {
            return _heights.TryGetValue(hash, out long height) && Read(height) is { } block && block.Hash == hash
                ? block : null;
        }
    }

    /// <summary>Takes all blocks above a height away.</summary>
    public void Truncate(long height)
    {
        lock (_gate)
        {
            long[] gone = [.. _offsets.Keys.Where(known => known > height)];
            foreach (long each in gone.Reverse())
            {
                FileStream file = Open(each / SegmentBlocks);
                file.SetLength(_offsets[each]);
                _offsets.Remove(each);
            }

            Head = Read(height);
        }
    }

    /// <summary>Hands everything to the disk.</summary>
    public void Flush()
    {
        lock (_gate) _file?.Flush(flushToDisk: true);
    }

    public void Dispose() => _file?.Dispose();

    private Block ReadAt(long height, long offset)
    {
        FileStream file = Open(height / SegmentBlocks);
        file.Seek(offset, SeekOrigin.Begin);
        using var input = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        return BlockFormat.Read(input);
    }

    /// <returns>Whether the file is whole.</returns>
    private bool Index(long segment)
    {
        FileStream file = Open(segment);
        using var input = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        file.Seek(0, SeekOrigin.Begin);
        long good = 0;
        try
        {
            while (file.Position < file.Length)
            {
                Block block = BlockFormat.Read(input);
                if (Head is { } head && block.Header.Parent != head.Hash)
                    throw new InvalidDataException($"block {block.Height} does not follow the one before it");
                Remember(block, good);
                good = file.Position;
            }

            return true;
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException)
        {
            if (!_isReadOnly) file.SetLength(good);
            return false;
        }
    }

    private void Remember(Block block, long offset)
    {
        _offsets[block.Height] = offset;
        _heights[block.Hash] = block.Height;
        Head = block;
    }

    private FileStream Open(long segment)
    {
        if (_segment == segment) return _file!;
        _file?.Dispose();
        _file = _isReadOnly
            ? new FileStream(PathOf(segment), FileMode.Open, FileAccess.Read, FileShare.Read)
            : new FileStream(PathOf(segment), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (segment > _segment && !_isReadOnly) DropBefore(segment - MostSegments + 1);
        _segment = segment;
        return _file;
    }

    private void DropBefore(long segment)
    {
        foreach (long old in Segments().TakeWhile(each => each < segment)) File.Delete(PathOf(old));
        long[] gone = [.. _offsets.Keys.TakeWhile(height => height < segment * SegmentBlocks)];
        foreach (long height in gone) _offsets.Remove(height);
        if (gone.Length == 0) return;
        foreach (Hash256 hash in _heights.Where(each => each.Value < segment * SegmentBlocks).Select(e => e.Key)
            .ToArray())
        {
            _heights.Remove(hash);
        }
    }

    private string PathOf(long segment) =>
        Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"blocks-{segment:D8}.dat"));

    private List<long> Segments() =>
        [.. Directory.EnumerateFiles(_folder, "blocks-*.dat")
            .Select(path => Path.GetFileNameWithoutExtension(path)[7..])
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long n) ? n : -1)
            .Where(segment => segment >= 0)
            .Order()];
}
