using Alys.Metrics.Collectors.Processes;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class CgroupMountTests : IDisposable
{
    private const string Version2 = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";
    private const string Version1 = "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory\n";
    private const string Processors = "32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu,cpuacct\n";

    private readonly ProcTree _tree = new();

    [Theory]
    [InlineData(Version2, "/sys/fs/cgroup", false)]
    [InlineData(Processors + Version1, "/sys/fs/cgroup/memory", true)]
    [InlineData(Version2 + Version1, "/sys/fs/cgroup/memory", true)]
    [InlineData(Version1 + Version2, "/sys/fs/cgroup/memory", true)]
    [InlineData(Processors + Version2, "/sys/fs/cgroup", false)]
    public void The_version_that_has_the_memory_controller_is_found(string mounts, string point, bool isVersion1) =>
        Assert.Equal(new CgroupMount(point, "/", isVersion1), Find(mounts));

    [Theory]
    [InlineData("")]
    [InlineData(Processors)]
    [InlineData("22 1 8:1 / / rw - ext4 /dev/sda1 rw\nno mount at all\n")]
    public void Without_such_a_mount_there_is_none(string mounts) => Assert.Null(Find(mounts));

    [Theory]
    [InlineData("/", "/", "/cg")]
    [InlineData("/", "/a/b", "/cg/a/b")]
    [InlineData("/docker/1", "/docker/1/a", "/cg/a")]
    [InlineData("/docker/1", "/docker/1", "/cg")]
    [InlineData("/docker/1", "/", "/cg")]
    [InlineData("/docker/1", "/docker/12", null)]
    [InlineData("/", "/../outside", null)]
    public void A_group_is_a_folder_below_the_mount(string root, string group, string? folder) =>
        Assert.Equal(folder, new CgroupMount("/cg", root, false).Resolve(group));

    [Fact]
    public void A_word_is_found_in_a_list_as_a_whole()
    {
        Assert.True(CgroupMount.Names("rw,cpu,memory"u8, "memory"u8));
        Assert.False(CgroupMount.Names("rw,memoryx"u8, "memory"u8));
    }

    public void Dispose() => _tree.Dispose();

    private CgroupMount? Find(string mounts)
    {
        _tree.Write("self/mountinfo", mounts);
        return CgroupMount.Find(_tree.Root, new ProcFiles());
    }
}
