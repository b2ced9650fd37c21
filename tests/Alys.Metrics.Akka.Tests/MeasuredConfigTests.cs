using Akka.Configuration;

namespace Alys.Metrics.Akka.Tests;

public sealed class MeasuredConfigTests
{
    private const string Own = "Alys.Metrics.Akka.Mailboxes.";

    [Theory]
    [InlineData("akka.actor.default-mailbox", "MeasuredMailbox")]
    [InlineData("akka.actor.mailbox.unbounded-queue-based", "MeasuredMailbox")]
    [InlineData("akka.actor.mailbox.unbounded-deque-based", "WrappingDequeMailbox")]
    [InlineData("akka.actor.mailbox.bounded-queue-based", "WrappingBoundedMailbox")]
    [InlineData("akka.actor.mailbox.bounded-deque-based", "WrappingBoundedDequeMailbox")]
    [InlineData("app.inner.urgent", "WrappingDequeMailbox")]
    public void Every_mailbox_that_can_be_measured_is(string section, string type)
    {
        Config config = MeasuredConfig.Of(ConfigurationFactory.ParseString(
            "app.inner.urgent.mailbox-type = \"Alys.Metrics.Akka.Tests.UrgentFirstMailbox, Alys.Metrics.Akka.Tests\""));

        Assert.StartsWith(Own + type + ",", MailboxOf(config, section), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_a_logger_needs_stays_as_it_is_and_so_does_a_type_that_is_not_there()
    {
        Config config = MeasuredConfig.Of(ConfigurationFactory.ParseString("app.mailbox-type = \"Gone, Gone\""))
            .WithFallback(ConfigurationFactory.Default());

        Assert.Equal("Akka.Event.LoggerMailboxType", MailboxOf(config, "akka.actor.mailbox.logger-queue"));
        Assert.Equal("Gone, Gone", MailboxOf(config, "app"));
    }

    [Fact]
    public void It_can_be_applied_twice_and_keeps_the_users_extensions()
    {
        Config user = ConfigurationFactory.ParseString("akka.extensions = [\"A, B\"]");

        Config config = MeasuredConfig.Of(MeasuredConfig.Of(user));

        Assert.Equal(2, config.GetStringList("akka.extensions").Count);
        Assert.StartsWith(
            Own + "MeasuredMailbox,", MailboxOf(config, "akka.actor.default-mailbox"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remote")]
    [InlineData("Some.Provider, Some")]
    public void A_provider_that_is_not_the_local_one_stays(string provider)
    {
        Config config = MeasuredConfig.Of(
            ConfigurationFactory.ParseString($"akka.actor.provider = \"{provider}\""));

        Assert.Equal(provider, config.GetString("akka.actor.provider", null));
    }

    private static string MailboxOf(Config config, string section) => config.GetString($"{section}.mailbox-type", "");
}
