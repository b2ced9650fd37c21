using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class DecayingRateTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly DecayingRate _rate;

    public DecayingRateTests() => _rate = new DecayingRate(_clock);

    [Fact]
    public void A_steady_stream_is_shown_at_its_rate()
    {
        Report(rounds: 60, seconds: 5, events: 1_000);

        Assert.Equal(200, _rate.Value, 0.01);
    }

    [Fact]
    public void It_is_right_from_the_second_report_on()
    {
        Report(rounds: 3, seconds: 1, events: 7);

        Assert.Equal(7, _rate.Value, 0.01);
    }

    [Fact]
    public void Reported_as_nothing_it_goes_to_0()
    {
        Report(rounds: 60, seconds: 5, events: 1_000);

        Report(rounds: 100, seconds: 5, events: 0);

        Assert.Equal(0, _rate.Value);
    }

    [Fact]
    public void Not_reported_any_more_it_holds_for_a_while_and_then_goes_to_0()
    {
        Report(rounds: 60, seconds: 5, events: 1_000);

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, _rate.Value, 0.01);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.InRange(_rate.Value, 50, 100);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, _rate.Value);
    }

    [Fact]
    public void One_report_says_nothing_about_a_rate_and_one_without_time_is_ignored()
    {
        _rate.Report(1_000_000);
        Assert.Equal(0, _rate.Value);

        _rate.Report(1_000_000);
        Assert.Equal(0, _rate.Value);
    }

    private void Report(int rounds, int seconds, long events)
    {
        for (int i = 0; i < rounds; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            _rate.Report(events);
        }
    }
}
