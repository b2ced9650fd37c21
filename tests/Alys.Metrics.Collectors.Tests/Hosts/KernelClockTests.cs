using System.Runtime.InteropServices;
using Alys.Metrics.Collectors.Hosts;

namespace Alys.Metrics.Collectors.Tests.Hosts;

public sealed class KernelClockTests
{
    [Fact]
    public void The_kernels_structure_has_its_size() => Assert.Equal(208, Marshal.SizeOf<KernelClock.Timex>());

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Every_state_but_error_is_in_step(int state, bool synchronized) =>
        Assert.Equal(synchronized, KernelClock.From(state, default).Synchronized);

    [Fact]
    public void Microseconds_and_nanoseconds_become_seconds()
    {
        var timex = new KernelClock.Timex { Offset = 1500, MaxErrorMicroseconds = 250_000 };
        Assert.Equal(new KernelClock(true, 0.25, 0.0015), KernelClock.From(0, timex));
        timex.Status = 0x2000;
        Assert.Equal(new KernelClock(true, 0.25, 0.0000015), KernelClock.From(0, timex));
    }

    [Fact]
    public void The_kernel_answers_plausibly_where_it_answers()
    {
        KernelClock? clock = KernelClock.Read();
        Assert.SkipWhen(clock is null, "This system forbids or lacks adjtimex.");
        // The kernel bounds both: NTP_PHASE_LIMIT is 16 s, and an offset is at most half a second.
        Assert.InRange(clock!.Value.MaxErrorSeconds, 0, 17);
        Assert.InRange(clock.Value.OffsetSeconds, -0.6, 0.6);
    }
}
