using Alys.Metrics.Collectors.Hosts;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Hosts;

public sealed class CpuTimesTests
{
    private readonly CpuTimes _times = new();

    [Fact]
    public void Seconds_are_by_mode_and_guests_are_not_counted_twice()
    {
        IReadOnlyList<double>? seconds = _times.Read("cpu  100 200 300 400 500 600 700 800 900 900\n"u8, out _);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], seconds!);
        Assert.Equal(5, seconds![(int)CpuMode.Iowait]);
    }

    [Fact]
    public void Busy_is_what_is_neither_idle_nor_waiting_for_disks()
    {
        _times.Read("cpu  100 0 0 100 100 0 0 0 0 0\n"u8, out double? first);
        _times.Read("cpu  120 0 5 160 115 0 0 0 0 0\n"u8, out double? percent);
        Assert.Null(first);
        Assert.Equal(25, percent!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void A_count_of_the_kernel_that_goes_back_does_not()
    {
        _times.Read("cpu  100 0 0 100 100 0 0 0 0 0\n"u8, out _);
        IReadOnlyList<double>? seconds = _times.Read("cpu  110 0 0 190 50 0 0 0 0 0\n"u8, out double? percent);
        Assert.Equal(1, seconds![(int)CpuMode.Iowait]);
        Assert.Equal(10, percent!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void Without_time_between_there_is_no_percentage()
    {
        _times.Read("cpu  100 0 0 100 100 0 0 0 0 0\n"u8, out _);
        _times.Read("cpu  100 0 0 100 100 0 0 0 0 0\n"u8, out double? percent);
        Assert.Null(percent);
    }

    [Fact]
    public void A_text_without_the_line_has_no_times()
    {
        Assert.Null(_times.Read("intr 1 2 3\n"u8, out _));
        Assert.Null(_times.Read(""u8, out _));
    }

    [Fact]
    public void Processors_are_counted()
    {
        Assert.Equal(3, CpuTimes.CountProcessors("cpu  1 1\ncpu0 1 1\ncpu1 1 1\ncpu17 1 1\nintr 5\n"u8));
        Assert.Null(CpuTimes.CountProcessors("cpu  1 1\n"u8));
    }
}
