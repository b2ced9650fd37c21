using Akka.Actor;

namespace Alys.Metrics.Akka.Tests;

/// <summary>Questions to actors, which also show that everything sent before is processed.</summary>
internal static class Ask
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal static Task Done(IActorRef actor) => For(actor, new Done());

    internal static Task For(IActorRef actor, object question) =>
        actor.Ask<string>(question, Patience, TestContext.Current.CancellationToken);
}
