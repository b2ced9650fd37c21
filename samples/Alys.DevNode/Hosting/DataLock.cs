namespace Alys.DevNode.Hosting;

/// <summary>Keeps a second node away from a data directory, as long as the first one lives.</summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    private DataLock(FileStream file) => _file = file;

    /// <summary>Takes the directory, which is made if it is not there.</summary>
    /// <exception cref="UsageException">It cannot be used, or another node uses it.</exception>
    public static DataLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot use {folder} as --data-dir: {error.Message}", error);
        }

        string path = Path.Combine(folder, "lock");
        try
        {
            // Without sharing .NET locks the file; the kernel gives the lock back however the process ends.
            return new DataLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{folder} is in use by another node, or cannot be written to ({error.Message}): take another",
                error);
        }
    }

    public void Dispose() => _file.Dispose();
}
