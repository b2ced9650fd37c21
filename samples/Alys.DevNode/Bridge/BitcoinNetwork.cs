using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Source;

namespace Alys.DevNode.Bridge;

/// <summary>A simulated Bitcoin: a block every ten slots, more or less, with a deposit to the federation in each.
/// </summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class BitcoinNetwork(ChainParameters parameters, FaultBoard faults)
{
    private const int Purpose = 2;
    private const int SlotsPerBlock = 10;
    private const long FirstHeight = 900_000;

    private readonly Lock _lock = new();

    // What the newest block was when the fault began.
    private (long Height, DateTimeOffset Found)? _last;

    /// <summary>The newest block.</summary>
    public (long Height, DateTimeOffset Found) Tip(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!faults.IsOn(Fault.BitcoinSilent)) _last = null;
            else _last ??= Newest(now);
            return _last ?? Newest(now);
        }
    }

    /// <summary>The satoshis that the deposit in a block brings.</summary>
    public long DepositIn(long height) => 100_000 + new Draws(parameters.Seed, height, Purpose).Below(5_000_000);

    private (long Height, DateTimeOffset Found) Newest(DateTimeOffset now)
    {
        long number = Math.Max(0, parameters.HeightAt(now) / SlotsPerBlock);
        if (FoundAt(number) > now && number > 0) number--;
        return (FirstHeight + number, FoundAt(number));
    }

    private DateTimeOffset FoundAt(long number)
    {
        double late = new Draws(parameters.Seed, number, Purpose + 1).Part() * (SlotsPerBlock - 1);
        return parameters.SlotStart(number * SlotsPerBlock) + parameters.Slot * late;
    }
}
