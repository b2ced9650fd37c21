using Akka.Actor;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;

namespace Alys.DevNode.Actors;

/// <summary>Keeps blocks and checkpoints on the disk.</summary>
internal sealed class StorageActor : NodeActor
{
    private static readonly TimeSpan FlushPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SlowMessage = TimeSpan.FromMilliseconds(120);

    public StorageActor(NodeServices node)
        : base(node)
    {
        Receive<StoreBlock>(message => Store([message.Block]));
        Receive<BatchWrite>(message => Store(message.Blocks));
        Receive<GetBlock>(message => Sender.Tell(new FoundBlock(Node.Store.Read(message.Height))));
        Receive<UpdateChainHead>(message => SetHead(message.Height));
        Receive<UpdateState>(_ => { });
        Receive<FlushCache>(_ => Node.Store.Flush());
    }

    protected override void PreStart() => Repeat(new FlushCache(), FlushPause);

    protected override bool AroundReceive(Receive receive, object message)
    {
        if (IsOn(Fault.SlowActor)) Pause.For(SlowMessage);
        return base.AroundReceive(receive, message);
    }

    private void Store(IReadOnlyList<Block> blocks)
    {
        foreach (Block block in blocks) Node.Store.Append(block);
        Sender.Tell(new Stored());
    }

    private void SetHead(long height)
    {
        Node.Store.Truncate(height);
        Sender.Tell(new Stored());
    }
}
