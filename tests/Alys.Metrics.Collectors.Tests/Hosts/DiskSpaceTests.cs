using Alys.Metrics.Collectors.Hosts;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Hosts;

public sealed class DiskSpaceTests
{
    [Fact]
    public void A_folder_has_the_space_of_its_file_system()
    {
        DiskSpace? space = DiskSpace.Read(AppContext.BaseDirectory, out PartialFailure? problem);
        Assert.Null(problem);
        Assert.True(space!.Value.SizeBytes > 0);
        Assert.InRange(space.Value.AvailableBytes, 0, space.Value.SizeBytes);
    }

    [Fact]
    public void A_missing_folder_is_said_to_be_missing()
    {
        Assert.Null(DiskSpace.Read("/nowhere/data", out PartialFailure? problem));
        Assert.Equal(
            new PartialFailure(
                CollectorFailure.NotFound,
                "The data directory '/nowhere/data' does not exist: create it, or correct its path."),
            problem);
    }
}
