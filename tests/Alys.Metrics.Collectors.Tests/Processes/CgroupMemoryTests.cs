using Alys.Metrics.Collectors.Processes;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class CgroupMemoryTests : IDisposable
{
    private readonly ProcTree _tree = new();

    [Fact]
    public void The_tightest_limit_on_the_way_up_holds()
    {
        Mount(version1: false);
        _tree.Write("42/cgroup", "0::/system/node/worker\n");
        SetLimit("system/node/worker/memory.max", "max");
        SetLimit("system/node/memory.max", "3000");
        SetLimit("system/memory.max", "2000");
        SetLimit("memory.max", "9000");
        Assert.Equal(2000, ReadLimit());
    }

    [Fact]
    public void No_limit_anywhere_is_none()
    {
        Mount(version1: false);
        _tree.Write("42/cgroup", "0::/node\n");
        SetLimit("node/memory.max", "max");
        Assert.Null(ReadLimit());
    }

    [Fact]
    public void The_first_version_is_read_by_its_controller_and_its_word_for_no_limit()
    {
        Mount(version1: true);
        _tree.Write("42/cgroup", "9:name=systemd:/x\n4:hugetlb,memory:/docker:1/node\n0::/\n");
        SetLimit("docker:1/node/memory.limit_in_bytes", "4096");
        SetLimit("memory.limit_in_bytes", "9223372036854771712");
        Assert.Equal(4096, ReadLimit());

        SetLimit("docker:1/node/memory.limit_in_bytes", "9223372036854771712");
        Assert.Null(ReadLimit());
    }

    [Theory]
    [InlineData("0::/node\n")]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("4:memory:/../outside\n")]
    public void A_group_that_cannot_be_seen_from_here_has_no_known_limit(string groups)
    {
        Mount(version1: true);
        SetLimit("node/memory.limit_in_bytes", "4096");
        _tree.Write("42/cgroup", groups);
        Assert.Null(ReadLimit());
    }

    [Fact]
    public void A_system_without_control_groups_has_no_limit() => Assert.Null(ReadLimit());

    public void Dispose() => _tree.Dispose();

    private void Mount(bool version1) => _tree.Write(
        "self/mountinfo",
        $"30 23 0:26 / {_tree.PathOf("cg")} rw - {(version1 ? "cgroup cgroup rw,memory" : "cgroup2 cgroup2 rw")}\n");

    private void SetLimit(string file, string limit) => _tree.Write($"cg/{file}", limit + "\n");

    private long? ReadLimit() => new CgroupMemory(_tree.Root, new ProcFiles()).ReadLimit(_tree.PathOf("42"));
}
