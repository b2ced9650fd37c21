using Alys.Metrics.Collectors.Processes;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class CpuRateTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CpuRate _rate;

    public CpuRateTests() => _rate = new CpuRate(_clock);

    [Fact]
    public void There_is_no_rate_before_two_rounds() => Assert.Null(_rate.Percent(100));

    [Fact]
    public void One_busy_core_is_100_percent_and_two_are_200()
    {
        _rate.Percent(100);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(100, _rate.Percent(105));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, _rate.Percent(115));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(0, _rate.Percent(115));
    }

    [Fact]
    public void There_is_no_rate_without_time_between()
    {
        _rate.Percent(100);
        Assert.Null(_rate.Percent(101));
    }
}
