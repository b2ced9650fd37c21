using Akka.Actor;
using Alys.DevNode.Actors;
using Alys.DevNode.Chain;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Source;

namespace Alys.DevNode.Faults;

/// <summary>What faults do to actors, from outside.</summary>
internal sealed class ActorFaults(NodeServices node, Lazy<ActorSystem> system)
{
    private const int ReorgDepth = 5;
    private const int FloodAtOnce = 100;

    private static readonly TimeSpan FailPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MailPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LetterPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TransactionPause = TimeSpan.FromMilliseconds(20);

    public Task FailAsync(CancellationToken over) =>
        RepeatAsync(FailPause, _ => node.Actors.Bridge.Tell(new Fail("The fault actor-restart-loop is on.")), over);

    public Task HangAsync(CancellationToken over)
    {
        node.Actors.Peer.Tell(new Hang(over));
        return RepeatAsync(MailPause, _ => node.Actors.Peer.Tell(new StartDiscovery()), over);
    }

    public Task FloodAsync(CancellationToken over) => RepeatAsync(
        MailPause,
        round =>
        {
            for (int i = 0; i < FloodAtOnce && !over.IsCancellationRequested; i++)
                node.Actors.Stream.Tell(new StatusUpdate(round));
        },
        over);

    public async Task SendToNobodyAsync(CancellationToken over)
    {
        IActorRef gone = system.Value.ActorOf(Props.Create(() => new PeerSession(node, node.Peers.All[0])));
        await gone.GracefulStop(TimeSpan.FromSeconds(1));
        await RepeatAsync(LetterPause, round => gone.Tell(new StatusUpdate(round)), over);
    }

    /// <summary>Its supervisor makes a new one when the fault is over.</summary>
    public Task StopAsync(CancellationToken over)
    {
        node.Actors.Bridge.Tell(PoisonPill.Instance);
        return Task.CompletedTask;
    }

    public Task ReorgAsync(CancellationToken over)
    {
        if (Rivals.Branch(ReorgDepth, node) is { } branch) node.Actors.Chain.Tell(new ReorgChain(branch));
        return Task.CompletedTask;
    }

    public Task SendBadTransactionsAsync(CancellationToken over) => RepeatAsync(
        TransactionPause, round => node.Actors.Engine.Tell(new ValidateIncomingTransaction(Bad(round))), over);

    /// <summary>One transaction of each kind that the pool refuses, in turn.</summary>
    private static Transaction Bad(int round) => (round % 6) switch
    {
        0 => new Transaction(1, 2, round, 1, 0, 21_000),
        1 => new Transaction(1, 2, round, 1, 1, 5),
        2 => new Transaction(1, 2, round, long.MaxValue / 2, 1, 21_000),
        3 => new Transaction(ChainParameters.Accounts + 1, 2, round, 1, 1, 21_000),
        4 => new Transaction(1, 1, round, 1, 1, 21_000),
        _ => new Transaction(1, 2, long.MaxValue - round, 1, 1, 21_000) { Signature = new byte[Keys.SignatureSize] },
    };

    private async Task RepeatAsync(TimeSpan pause, Action<int> act, CancellationToken over)
    {
        using var timer = new PeriodicTimer(pause, node.Faults.Clock);
        for (int round = 0; !over.IsCancellationRequested; round++)
        {
            act(round);
            await timer.WaitForNextTickAsync(over);
        }
    }
}
