using Alys.Metrics.Node;

namespace Alys.DevNode.Bridge;

/// <summary>What the bridge holds, owes and has on its way. It outlives the bridge actor's restarts.</summary>
/// <remarks><b>Threads:</b> one at a time: the bridge actor's.</remarks>
internal sealed class BridgeBook
{
    private const long FirstDeposit = 2_000_000_000;
    private const int FirstOutputs = 20;

    private readonly List<long> _outputs = [.. Enumerable.Repeat(FirstDeposit / FirstOutputs, FirstOutputs)];

    private int _nextId;

    public List<Pegin> Pegins { get; } = [];

    public List<Pegout> Pegouts { get; } = [];

    /// <summary>The newest Bitcoin block that was looked at for deposits.</summary>
    public long ScannedBitcoinHeight { get; set; }

    /// <summary>Satoshis that exist on the sidechain.</summary>
    public long Supply { get; private set; } = FirstDeposit;

    /// <summary>Satoshis that the federation holds.</summary>
    public long Locked => _outputs.Sum();

    /// <summary>Outputs that it can spend.</summary>
    public int Outputs => _outputs.Count;

    public int NextId() => ++_nextId;

    /// <summary>The deposit is on Bitcoin.</summary>
    public void Lock(Pegin pegin)
    {
        _outputs.Add(pegin.Satoshis);
        Pegins.Add(pegin);
    }

    /// <summary>The deposit is on the sidechain too.</summary>
    public void Credit(Pegin pegin)
    {
        Supply += pegin.Satoshis;
        Pegins.Remove(pegin);
    }

    /// <summary>The burn took the coins off the sidechain.</summary>
    public void Burn(Pegout pegout)
    {
        Supply -= pegout.Satoshis;
        Pegouts.Add(pegout);
    }

    /// <summary>The payment has left the federation's outputs; what is more than it comes back as one of them.
    /// </summary>
    public void Pay(Pegout pegout)
    {
        long spent = 0;
        while (spent < pegout.Satoshis && _outputs.Count > 0)
        {
            spent += _outputs[0];
            _outputs.RemoveAt(0);
        }

        if (spent > pegout.Satoshis) _outputs.Add(spent - pegout.Satoshis);
        Pegouts.Remove(pegout);
    }

    /// <summary>The burn is undone.</summary>
    public void GiveUp(Pegout pegout)
    {
        Supply += pegout.Satoshis;
        Pegouts.Remove(pegout);
    }

    /// <summary>Says all of it, but so many satoshis of what is held.</summary>
    public void Report(NodeMetrics metrics, long missing)
    {
        metrics.Bridge.ReportBalance(Locked - missing, Supply);
        metrics.Federation.ReportOutputs(Outputs, Locked);
        foreach (PeginStage stage in Enum.GetValues<PeginStage>())
            metrics.Pegins.ReportPending(stage, Pegins.Count(pegin => pegin.Stage == stage));
        foreach (PegoutStage stage in Enum.GetValues<PegoutStage>())
            metrics.Pegouts.ReportPending(stage, Pegouts.Count(pegout => pegout.Stage == stage));
        metrics.Pegins.ReportOldest(Pegins.Count == 0 ? null : Pegins.Min(pegin => pegin.Seen));
        metrics.Pegouts.ReportOldest(Pegouts.Count == 0 ? null : Pegouts.Min(pegout => pegout.Asked));
    }
}
