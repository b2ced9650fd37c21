using Akka.Actor;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Source;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>The engine API, with the execution client behind it: runs blocks, builds payloads, keeps the pool.
/// </summary>
internal sealed class EngineActor : NodeActor
{
    private static readonly TimeSpan SourcePatience = TimeSpan.FromSeconds(10);

    private long _payloads;
    private Block? _building;
    private int _calls;

    public EngineActor(NodeServices node)
        : base(node)
    {
        ReceiveAsync<BuildPayload>(BuildAsync);
        Receive<GetPayload>(_ => Call(EngineMethod.GetPayload, EngineError.GetPayload, TakePayload));
        Receive<ExecutePayload>(message =>
            Call(EngineMethod.NewPayload, EngineError.NewPayload, () => Execute(message.Block)));
        Receive<ForkchoiceUpdated>(message =>
            Call(EngineMethod.ForkchoiceUpdated, EngineError.ForkchoiceUpdated, () => SetHead(message.Head)));
        Receive<RewindTo>(message => Rewind(message.Height));
        Receive<ValidateIncomingTransaction>(message => Admit(message.Transaction));
        Receive<CreateCheckpoint>(_ => Checkpoint());
        Receive<RestoreCheckpoint>(_ => Restore());
        Receive<Look>(_ => ReportPool());
    }

    protected override void PreStart()
    {
        Node.Execution.Recover(Node.Store.Head?.Height ?? 0);
        Metrics?.TxPool.ReportCapacity(Node.Execution.Pool.Capacity);
        Repeat(new Look(), TimeSpan.FromSeconds(1));
    }

    private async Task BuildAsync(BuildPayload message)
    {
        IActorRef asker = Sender;
        using var limit = new CancellationTokenSource(SourcePatience, Node.Clock);
        try
        {
            IReadOnlyList<Block> blocks = await Node.Source.BlocksAsync(message.Height, 1, limit.Token);
            _building = blocks.Count == 0 ? null : blocks[0];
        }
        catch (SourceException)
        {
            _building = null;
        }

        asker.Tell(new PayloadBuilding(++_payloads));
    }

    private object TakePayload()
    {
        if (_building is not { } block) return new EngineFailed(EngineError.GetPayload);
        Metrics?.Engine.Built();
        return new Payload(block);
    }

    private PayloadStatus Execute(Block block)
    {
        bool isValid = Node.Execution.Run(block);
        if (!IsOn(Fault.ExecutionLag))
            Metrics?.Engine.Committed(isValid ? CallStatus.Success : CallStatus.Failure, block.Height);
        return new PayloadStatus(isValid);
    }

    private PayloadStatus SetHead(Block head)
    {
        int included = Node.Execution.Pool.Remove(head, Node.Execution.Ledger);
        Metrics?.TxFlow.Included(included);
        return new PayloadStatus(true);
    }

    private void Rewind(long height)
    {
        Node.Execution.Rewind(height);
        Sender.Tell(new PayloadStatus(Node.Execution.Ledger.Height == height));
    }

    private void Admit(Transaction transaction)
    {
        Metrics?.TxFlow.Received();
        if (Node.Execution.Pool.Add(transaction, Node.Execution.Ledger) is { } reason)
            Metrics?.TxFlow.Rejected(reason);
    }

    private void Checkpoint()
    {
        long started = Node.Clock.GetTimestamp();
        using var bytes = new MemoryStream();
        using (var output = new BinaryWriter(bytes)) Node.Execution.Ledger.Save(output);
        long height = Node.Execution.Ledger.Height;
        Node.Checkpoints.Save(height, bytes.ToArray());
        Metrics?.Checkpoints.Done(CheckpointOperation.Create, CallStatus.Success, height, Since(started));
    }

    private void Restore()
    {
        long started = Node.Clock.GetTimestamp();
        long height = Node.Store.Head?.Height ?? 0;
        Node.Execution.Recover(height);
        Metrics?.Checkpoints.Done(CheckpointOperation.Restore, CallStatus.Success, height, Since(started));
    }

    private void ReportPool()
    {
        if (IsOn(Fault.TxpoolFull)) Node.Execution.Pool.Fill();
        else Node.Execution.Pool.Drain();
        (int pending, int queued) = Node.Execution.Pool.Report(Node.Execution.Ledger);
        Metrics?.TxPool.Report(pending, queued);
    }

    /// <summary>Answers what a call comes to; every other one fails while the fault is on.</summary>
    private void Call(EngineMethod method, EngineError reason, Func<object> call)
    {
        long started = Node.Clock.GetTimestamp();
        bool fails = IsOn(Fault.EngineErrors) && ++_calls % 2 == 0;
        object answer = fails ? new EngineFailed(reason) : call();
        bool succeeded = answer is not (EngineFailed or PayloadStatus { IsValid: false });
        if (answer is EngineFailed failed) Metrics?.Engine.BuildFailed(failed.Reason);
        Metrics?.Engine.Called(method, succeeded ? CallStatus.Success : CallStatus.Failure, Since(started));
        Sender.Tell(answer);
    }

    /// <summary>Say how full the pool is.</summary>
    private sealed record Look;
}
