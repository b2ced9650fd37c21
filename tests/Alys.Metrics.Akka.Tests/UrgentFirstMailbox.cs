using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Alys.Metrics.Akka.Tests;

/// <summary>A mailbox of a user's own.</summary>
public sealed class UrgentFirstMailbox(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is Urgent ? 0 : 1;
}
