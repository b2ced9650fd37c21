using Akka.Actor;
using Akka.Routing;
using Alys.Metrics.Akka.Naming;

namespace Alys.Metrics.Akka.Tests.Naming;

public sealed class TypeNamesTests
{
    private readonly TypeNames _names = new(new AkkaMetricsOptions());

    [Fact]
    public void An_actor_is_called_as_its_class_without_Actor()
    {
        Assert.Equal("worker", _names.OfActor(Props.Create<WorkerActor>()));
        Assert.Equal("system", _names.OfActor(Props.Create<WorkerActor>().WithRouter(new RoundRobinPool(2))));
    }

    [Theory]
    [InlineData(typeof(Work), "work")]
    [InlineData(typeof(UrgentFirstMailbox), "urgent_first_mailbox")]
    [InlineData(typeof(List<Work>), "list")]
    [InlineData(typeof(string), "string")]
    [InlineData(null, "other")]
    public void A_message_is_called_as_its_class(Type? type, string name) =>
        Assert.Equal(name, _names.OfMessage(type));
}
