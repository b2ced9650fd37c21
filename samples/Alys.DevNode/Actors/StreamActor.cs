using System.Buffers.Binary;
using Akka.Actor;
using Alys.DevNode.Bridge;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>The stream to governance: connects, keeps alive, asks members to sign.</summary>
internal sealed class StreamActor : NodeActor
{
    private const int HeartbeatsBetweenUpdates = 12;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan FloodedMessage = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<int, HashSet<int>> _signed = [];

    private GovernanceState _state = GovernanceState.Disconnected;
    private Draws _draws;
    private int _heartbeats;
    private bool _wasCut;

    public StreamActor(NodeServices node)
        : base(node)
    {
        _draws = new Draws(node.Parameters.Seed, 0, 7);
        Receive<Connect>(_ => GoOn());
        Receive<Heartbeat>(_ => Beat());
        Receive<SignatureRequest>(message => Ask(message.Pegout));
        Receive<SignatureResponse>(Collect);
        Receive<PeginNotification>(_ => Sent(GovernanceMessage.PeginNotification));
        Receive<FederationUpdate>(Update);
        Receive<ProposalNotification>(_ => Received(GovernanceMessage.ProposalNotification));
        Receive<StatusUpdate>(_ => Received(GovernanceMessage.StatusUpdate));
    }

    protected override void PreStart()
    {
        Change(GovernanceState.Connecting);
        Repeat(new Connect(), Step);
        Repeat(new Heartbeat(), Node.Parameters.Slot);
    }

    protected override void PostRestart(Exception reason)
    {
        Change(GovernanceState.Reconnecting);
        base.PostRestart(reason);
    }

    protected override bool AroundReceive(Receive receive, object message)
    {
        if (message is StatusUpdate && IsOn(Fault.MailboxFlood)) Pause.For(FloodedMessage);
        return base.AroundReceive(receive, message);
    }

    private void GoOn()
    {
        bool isCut = IsOn(Fault.FederationMemberLost);
        if (isCut && !_wasCut) Change(GovernanceState.Reconnecting);
        _wasCut = isCut;
        if (_state == GovernanceState.Streaming) return;
        Change(_state switch
        {
            GovernanceState.Connecting => GovernanceState.Connected,
            GovernanceState.Connected => GovernanceState.Authenticated,
            GovernanceState.Authenticated => GovernanceState.Streaming,
            _ => GovernanceState.Connecting,
        });
    }

    private void Beat()
    {
        if (_state != GovernanceState.Streaming) return;
        Sent(GovernanceMessage.Heartbeat);
        Received(GovernanceMessage.Heartbeat);
        if (++_heartbeats % HeartbeatsBetweenUpdates != 0) return;
        int update = _heartbeats / HeartbeatsBetweenUpdates;
        Self.Tell(new StatusUpdate(update));
        if (update % 5 == 1) Self.Tell(new ProposalNotification(update));
        if (update % 20 == 1) Self.Tell(new FederationUpdate(Node.Federation.Change()));
    }

    private void Ask(Pegout pegout)
    {
        Sent(GovernanceMessage.SignatureRequest);
        _signed[pegout.Id] = [];
        if (IsOn(Fault.PegoutStuck)) return;
        for (int member = 0; member < Node.Federation.Online; member++)
        {
            byte[] signature = Node.Keys.Sign(Keys.Member(member), HashOf(pegout.Id));
            // Members are people's machines all over the world.
            var delay = TimeSpan.FromMilliseconds(50 + _draws.Below(700));
            Timers.StartSingleTimer(
                (pegout.Id, member), new SignatureResponse(pegout.Id, member, signature), delay);
        }
    }

    private void Collect(SignatureResponse response)
    {
        Received(GovernanceMessage.SignatureResponse);
        if (!_signed.TryGetValue(response.PegoutId, out HashSet<int>? members)) return;
        if (!Node.Keys.Verify(Keys.Member(response.Member), HashOf(response.PegoutId), response.Signature)) return;
        members.Add(response.Member);
        if (members.Count < Federation.Threshold) return;
        _signed.Remove(response.PegoutId);
        Node.Actors.Bridge.Tell(new ApplySignatures(response.PegoutId, IsComplete: true));
    }

    private void Update(FederationUpdate message)
    {
        Received(GovernanceMessage.FederationUpdate);
        Node.Actors.Chain.Tell(new UpdateFederation(message.Version));
    }

    private void Change(GovernanceState state)
    {
        _state = state;
        Metrics?.Governance.Report(state);
    }

    private void Sent(GovernanceMessage message) => Metrics?.Governance.Message(message, MessageDirection.Sent);

    private void Received(GovernanceMessage message) =>
        Metrics?.Governance.Message(message, MessageDirection.Received);

    private static Hash256 HashOf(int pegout)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, pegout);
        return Hash256.Of(bytes);
    }

    /// <summary>Take the next step towards streaming.</summary>
    private sealed record Connect;
}
