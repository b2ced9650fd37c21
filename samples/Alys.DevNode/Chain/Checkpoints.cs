using System.Globalization;
using System.Text;

namespace Alys.DevNode.Chain;

/// <summary>The accounts at some heights, on the disk, so that a start needs not run the whole chain.</summary>
/// <remarks><b>Threads:</b> one writer; <see cref="TryLoad"/> from another.</remarks>
internal sealed class Checkpoints
{
    private const int MostKept = 5;

    private readonly string _folder;

    public Checkpoints(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Keeps a state that <see cref="Ledger.Save"/> wrote, behind its hash. Written beside and
    /// renamed: never half of one.</summary>
    public void Save(long height, byte[] state)
    {
        string path = PathOf(height);
        File.WriteAllBytes(path + ".next", [.. Hash256.Of(state).ToArray(), .. state]);
        File.Move(path + ".next", path, overwrite: true);
        foreach (long old in Heights().OrderDescending().Skip(MostKept)) File.Delete(PathOf(old));
    }

    /// <summary>Reads the newest one at or below a height whose content is what was written.</summary>
    public bool TryLoad(Ledger ledger, long height)
    {
        foreach (long known in Heights().Where(each => each <= height).OrderDescending())
        {
            try
            {
                byte[] content = File.ReadAllBytes(PathOf(known));
                if (content.Length < Hash256.Size) continue;
                byte[] state = content[Hash256.Size..];
                if (Hash256.From(content) != Hash256.Of(state)) continue;
                using var input = new BinaryReader(new MemoryStream(state), Encoding.UTF8);
                ledger.Load(input);
                return true;
            }
            catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // A checkpoint that cannot be read is passed over: an older one, or the genesis, will do.
            }
        }

        return false;
    }

    private IEnumerable<long> Heights() =>
        Directory.EnumerateFiles(_folder, "state-*.dat")
            .Select(path => Path.GetFileNameWithoutExtension(path)[6..])
            .Where(text => text.All(char.IsAsciiDigit))
            .Select(text => long.Parse(text, CultureInfo.InvariantCulture));

    private string PathOf(long height) =>
        Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"state-{height:D12}.dat"));
}
