using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Hosts;

/// <summary>The space of the file system a folder is on.</summary>
/// <param name="SizeBytes">All of it.</param>
/// <param name="AvailableBytes">What a program without privileges can still write: less than what is free, where some
/// is kept for root.</param>
internal readonly record struct DiskSpace(long SizeBytes, long AvailableBytes)
{
    /// <summary>Reads the space, or says why that cannot be. Blocks as long as a network file system does.</summary>
    public static DiskSpace? Read(string directory, out PartialFailure? problem)
    {
        problem = null;
        try
        {
            var drive = new DriveInfo(directory);
            return new DiskSpace(drive.TotalSize, drive.AvailableFreeSpace);
        }
        catch (Exception exception) when (exception is DriveNotFoundException or DirectoryNotFoundException)
        {
            problem = new PartialFailure(
                CollectorFailure.NotFound,
                $"The data directory '{directory}' does not exist: create it, or correct its path.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = new PartialFailure(
                CollectorFailure.Permission,
                $"The space of the data directory '{directory}' cannot be read ({exception.Message.TrimEnd('.')}): let "
                + "this user enter it.");
        }

        return null;
    }
}
