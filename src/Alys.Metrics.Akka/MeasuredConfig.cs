using System.Text;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Akka.Dispatch;
using Alys.Metrics.Akka.Asks;
using Alys.Metrics.Akka.Lifecycle;
using Alys.Metrics.Akka.Mailboxes;

namespace Alys.Metrics.Akka;

/// <summary>A configuration in which every mailbox and dispatcher that can be measured is.</summary>
public static class MeasuredConfig
{
    private const string MailboxKey = "mailbox-type";
    private const string TypeKey = "type";

    /// <summary>
    /// A block of HOCON that measures a plain actor system, with nothing in the code: its mailboxes and dispatchers are
    /// those of Akka's defaults. Its page is where <c>alys.metrics.listen</c> says. <c>docs/reference/akka.conf</c>
    /// holds it. A system with mailboxes of its own wants <see cref="Of"/>.
    /// </summary>
    public static string Hocon { get; } =
        "alys.metrics {\n  listen = \"127.0.0.1:9001\"\n  sample-one-in = 64\n}\n"
        + Text(ConfigurationFactory.Default());

    /// <summary>
    /// The configuration of a user, with the measuring on top: for
    /// <c>ActorSystem.Create(name, BootstrapSetup.Create().WithConfig(MeasuredConfig.Of(config)).And(new
    /// AkkaMetricsSetup(metrics)))</c>. Mailboxes that the configuration names anywhere are found and wrapped; one of
    /// an unknown kind of queue is left as it is.
    /// </summary>
    public static Config Of(Config user)
    {
        ArgumentNullException.ThrowIfNull(user);
        string measured = Text(user.WithFallback(ConfigurationFactory.Default()));
        return ConfigurationFactory.ParseString(measured).WithFallback(user);
    }

    private static string Text(Config whole)
    {
        var block = new StringBuilder();
        block.Append("akka.actor.telemetry.enabled = on\n");
        string[] extensions = [.. whole.GetStringList("akka.extensions", []), NameOf(typeof(ActorMeterProvider))];
        block.Append("akka.extensions = [");
        block.AppendJoin(", ", extensions.Distinct().Select(name => $"\"{name}\"")).Append("]\n");
        if (whole.GetString("akka.actor.provider", "") is "" or "local" or "Akka.Actor.LocalActorRefProvider")
            block.Append("akka.actor.provider = \"").Append(NameOf(typeof(MeasuredProvider))).Append("\"\n");

        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        for (Config? level = whole; level is not null; level = level.Fallback) Collect(level.Root, "", sections);
        foreach ((string path, Dictionary<string, string> values) in sections)
        {
            if (values.TryGetValue(MailboxKey, out string? mailbox)) AppendMailbox(block, path, mailbox);
            if (values.TryGetValue(TypeKey, out string? type) && type == "Dispatcher" && values.ContainsKey("executor"))
                Append(block, path, TypeKey, NameOf(typeof(MeasuredDispatcherConfigurator)));
        }

        return block.ToString();
    }

    /// <summary>Sections that have something to replace, with the values of highest precedence.</summary>
    private static void Collect(
        HoconValue? value, string path, Dictionary<string, Dictionary<string, string>> sections)
    {
        if (value is null || !value.IsObject()) return;
        foreach ((string key, HoconValue item) in value.GetObject().Items)
        {
            if (item.IsObject())
            {
                Collect(item, path.Length == 0 ? Quoted(key) : $"{path}.{Quoted(key)}", sections);
            }
            else if (key is MailboxKey or TypeKey or "executor" && item.IsString())
            {
                if (!sections.TryGetValue(path, out Dictionary<string, string>? values))
                    sections.Add(path, values = new Dictionary<string, string>(StringComparer.Ordinal));
                values.TryAdd(key, item.GetString());
            }
        }
    }

    private static void AppendMailbox(StringBuilder block, string path, string mailbox)
    {
        // Akka names its own types without their assembly.
        Type? type = Type.GetType(mailbox) ?? typeof(MailboxType).Assembly.GetType(mailbox);
        if (type is null || !typeof(MailboxType).IsAssignableFrom(type)) return;
        if (type.Assembly == typeof(MeasuredConfig).Assembly) return;
        if (type == typeof(UnboundedMailbox))
        {
            Append(block, path, MailboxKey, NameOf(typeof(MeasuredMailbox)));
        }
        else if (MailboxWrappers.Of(type) is { } wrapper)
        {
            Append(block, path, MailboxKey, NameOf(wrapper));
            Append(block, path, WrappingMailbox.InnerTypeKey, NameOf(type));
        }
    }

    private static void Append(StringBuilder block, string path, string key, string value) =>
        block.Append(path).Append('.').Append(key).Append(" = \"").Append(value).Append("\"\n");

    private static string NameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    private static string Quoted(string key) =>
        key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? key : $"\"{key}\"";
}
