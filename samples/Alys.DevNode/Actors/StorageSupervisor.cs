using Akka.Actor;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>Above the storage actor.</summary>
internal sealed class StorageSupervisor(NodeServices node) : NodeSupervisor(node)
{
    protected override void PreStart() => Node.Actors.Storage =
        Child("storage", Props.Create(() => new StorageActor(Node)), Mailboxes.Standard);
}
