using System.Net.Sockets;
using Akka.Actor;
using Alys.Metrics.Akka.Naming;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Tests.Naming;

public sealed class CausesTests
{
    [Fact]
    public void What_the_actor_threw_is_found_in_what_wraps_it()
    {
        var thrown = new InvalidOperationException("test");

        Assert.Same(thrown, Causes.Innermost(new AggregateException(thrown)));
        Assert.Same(thrown, Causes.Innermost(
            new ActorInitializationException(ActorRefs.Nobody, "test", new AggregateException(thrown))));
        Assert.Null(Causes.Innermost(null));
    }

    [Fact]
    public void A_reason_follows_from_the_kind_of_exception()
    {
        Assert.Equal(RestartReason.ManualRestart, Causes.ReasonOf(null));
        Assert.Equal(RestartReason.NetworkFailure, Causes.ReasonOf(new SocketException(1)));
        Assert.Equal(RestartReason.ResourceExhaustion, Causes.ReasonOf(new InsufficientMemoryException()));
        Assert.Equal(RestartReason.DependencyFailure, Causes.ReasonOf(new TimeoutException()));
        Assert.Equal(RestartReason.ActorPanic, Causes.ReasonOf(new InvalidOperationException()));
    }
}
