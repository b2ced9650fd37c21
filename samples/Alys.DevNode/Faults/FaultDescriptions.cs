using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Alys.DevNode.Faults;

/// <summary>The names of the faults and what each does, in words.</summary>
internal static partial class FaultDescriptions
{
    private static readonly FrozenDictionary<Fault, string> Texts = new Dictionary<Fault, string>
    {
        [Fault.ActorRestartLoop] = "The bridge actor throws twice a second and is restarted each time.",
        [Fault.StuckActor] = "The peer actor does not return from a message; its mailbox fills.",
        [Fault.SlowActor] = "The storage actor takes 120 ms longer for each message.",
        [Fault.MailboxFlood] = "The stream actor gets more messages than it can process, up to its mailbox's capacity.",
        [Fault.DeadLetters] = "Messages go to an actor that has stopped, ten a second.",
        [Fault.ActorGone] = "The bridge actor stops, and is not there until the fault is over.",
        [Fault.SyncFailed] = "The sync gives up and says that it failed.",
        [Fault.SyncStalled] = "No block is imported while the network goes on.",
        [Fault.TargetStale] = "No news of the network's head arrives.",
        [Fault.FallingBehind] = "One block is imported while the network makes two.",
        [Fault.MissedSlots] = "The node makes no block in its own slots.",
        [Fault.SlowBlocks] = "Producing a block takes 1.5 s longer and validating one 0.3 s.",
        [Fault.DeepReorg] = "The network changes to another branch that leaves five blocks back, and then back again.",
        [Fault.NoAuxpow] = "The miners send no proofs of work.",
        [Fault.EngineErrors] = "Half of the calls of the engine API fail.",
        [Fault.ExecutionLag] = "Nothing is heard of the blocks that the execution client runs.",
        [Fault.PeersGone] = "All peers leave, and no new ones come.",
        [Fault.FewPeers] = "All peers leave but two, and no new ones come.",
        [Fault.OneRegion] = "Only peers of one region stay.",
        [Fault.TxpoolRejections] = "Peers send transactions that are no good, 50 a second.",
        [Fault.TxpoolFull] = "The pool is full of transactions that no block takes.",
        [Fault.PegoutStuck] = "Peg-outs get no signatures.",
        [Fault.BitcoinSilent] = "Bitcoin finds no block.",
        [Fault.CoinsMissing] = "Half of what the federation should hold is not there.",
        [Fault.FederationMemberLost] =
            "Only as many members of the federation as must sign are left, and the governance stream is cut once.",
        [Fault.RpcErrors] = "Every other request to the JSON-RPC is answered with an internal error.",
        [Fault.SlowRpc] = "Every answer of the JSON-RPC takes 0.7 s longer.",
        [Fault.MigrationStalled] = "The migration does not go on.",
        [Fault.MigrationRegressed] = "The progress of the migration falls by 20 points, as work is found undone.",
        [Fault.MigrationErrors] = "Every step of the migration fails, and there are five a second.",
        [Fault.MigrationRollback] = "The migration is rolled back to the phase before.",
        [Fault.V1V2Divergence] = "This node holds back eight blocks, so v1 and v2 are at different heights.",
        [Fault.StateRootMismatch] = "The state roots of v1 and v2 are found to differ.",
        [Fault.MemoryLeak] = "Memory is kept, 20 MiB a second, up to 512 MiB.",
        [Fault.ThreadPoolStarvation] = "The thread pool's threads are blocked by work that waits.",
        [Fault.GcPressure] = "Objects that live a while are made as fast as one thread can, and collected.",
        [Fault.LabelExplosion] = "A label takes a new value with each of its thousand observations a second.",
        [Fault.ClockSkew] = "The node's clock is 30 s fast.",
        [Fault.Crash] = "The process kills itself; started again, it stays away until the fault is over.",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Fault> ByName =
        Enum.GetValues<Fault>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Every fault, in its order.</summary>
    public static IReadOnlyList<Fault> All { get; } = Enum.GetValues<Fault>();

    public static string NameOf(Fault fault) => WordStart().Replace(fault.ToString(), "-$0").ToLowerInvariant();

    public static string TextOf(Fault fault) => Texts[fault];

    public static bool TryFind(string name, out Fault fault) => ByName.TryGetValue(name, out fault);

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
