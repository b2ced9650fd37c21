using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka.Tests.Mailboxes;

public sealed class SamplingTests
{
    private const int Positions = 640_000;

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    public void It_picks_one_in_N_of_any_pattern_of_positions(int oneIn)
    {
        foreach (int step in new[] { 1, 2, 3, 64 })
        {
            var sampling = new Sampling(oneIn, 12_345 + step);
            double picked = Enumerable.Range(0, Positions).Count(i => sampling.Picks((long)i * step));

            double expected = (double)Positions / oneIn;
            Assert.InRange(picked, expected - 6 * Math.Sqrt(expected), expected + 6 * Math.Sqrt(expected));
        }
    }

    [Fact]
    public void One_picks_all_and_zero_none()
    {
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.True(new Sampling(1, 7).Picks(i)));
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.False(new Sampling(0, 7).Picks(i)));
    }
}
