using Alys.Metrics.Collectors.Processes;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class ProcessLocatorTests
{
    [Fact]
    public void Without_options_it_is_this_process() =>
        Assert.Equal(Environment.ProcessId, ProcessLocator.For(new ProcessCollectorOptions()).Locate().Pid);

    [Fact]
    public void The_option_given_chooses_how_to_find_it()
    {
        Assert.IsType<PidLocator>(ProcessLocator.For(new ProcessCollectorOptions { Pid = 1 }));
        Assert.IsType<PidFileLocator>(ProcessLocator.For(new ProcessCollectorOptions { PidFile = "node.pid" }));
        Assert.IsType<NameLocator>(ProcessLocator.For(new ProcessCollectorOptions { ProcessName = "node" }));
    }

    [Theory]
    [InlineData(1, "node.pid", null)]
    [InlineData(1, null, "node")]
    [InlineData(null, "node.pid", "node")]
    [InlineData(0, null, null)]
    [InlineData(-1, null, null)]
    [InlineData(null, " ", null)]
    [InlineData(null, null, "")]
    [InlineData(null, null, "/usr/bin/node")]
    public void What_names_no_process_or_two_is_refused(int? pid, string? file, string? name) =>
        Assert.Throws<ArgumentException>(() => ProcessLocator.For(
            new ProcessCollectorOptions { Pid = pid, PidFile = file, ProcessName = name }));

    [Fact]
    public void Where_there_is_no_proc_file_system_the_sentence_says_so()
    {
        CollectorException none = Assert.Throws<CollectorException>(() => ProcessLocator.For(
            new ProcessCollectorOptions { ProcDirectory = "/nowhere" }).Locate());
        Assert.Equal(CollectorFailure.NotFound, none.Reason);
        Assert.Contains("'/nowhere'", none.Message, StringComparison.Ordinal);
        Assert.Contains("Linux", none.Message, StringComparison.Ordinal);
    }
}
