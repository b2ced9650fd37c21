namespace Alys.Metrics.Collectors.Tests.Peers;

/// <summary>Files in a folder that goes with the test.</summary>
internal sealed class MmdbFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alys-mmdb-");

    public string Root => _folder.FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(MmdbFile file) => Write(file.ToBytes());

    public string Write(ReadOnlySpan<byte> bytes)
    {
        string path = PathOf("countries.mmdb");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
