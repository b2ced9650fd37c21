using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Akka.Actor;
using Akka.Routing;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Naming;

/// <summary>The labels <c>actor_type</c> and <c>message_type</c> of types.</summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> a look-up; a name is made once a type.</remarks>
internal sealed class TypeNames(AkkaMetricsOptions options)
{
    private const string ActorSuffix = "Actor";
    private const string SupervisorSuffix = "Supervisor";

    private static readonly string System = LabelValue.Of(ActorType.System);
    private static readonly string Supervisor = LabelValue.Of(ActorType.Supervisor);

    private readonly ConcurrentDictionary<Type, string> _actors = new(options.ActorTypes);
    private readonly ConcurrentDictionary<Type, string> _messages = new(options.MessageTypes);

    /// <summary>Whether an actor is part of the actor system itself: a guardian, or below <c>/system</c>.</summary>
    internal static bool IsSystem(IActorRef actor) =>
        actor.Path.Elements is not [_, _, ..] || actor.Path.Elements[0] == "system";

    internal string OfActor(Props props) =>
        props.RouterConfig is not (null or NoRouter) ? System : _actors.GetOrAdd(props.Type, NameOfActor);

    /// <summary>Null: all types that found no room.</summary>
    internal string OfMessage(Type? type) => type is null ? "other" : _messages.GetOrAdd(type, NameOf);

    private static string NameOfActor(Type type)
    {
        if (type.Namespace is { } space && (space == "Akka" || space.StartsWith("Akka.", StringComparison.Ordinal)))
            return System;
        string name = type.Name;
        if (name.EndsWith(SupervisorSuffix, StringComparison.Ordinal)) return Supervisor;
        bool hasSuffix = name.Length > ActorSuffix.Length && name.EndsWith(ActorSuffix, StringComparison.Ordinal);
        return SnakeCase(hasSuffix ? name[..^ActorSuffix.Length] : name);
    }

    private static string NameOf(Type type) => SnakeCase(type.Name);

    private static string SnakeCase(string name)
    {
        int generic = name.IndexOf('`', StringComparison.Ordinal);
        var letters = new StringBuilder(name.Length);
        foreach (char letter in generic < 0 ? name : name[..generic])
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_') letters.Append(letter);
        }

        string snake = JsonNamingPolicy.SnakeCaseLower.ConvertName(letters.ToString());
        return snake.Length == 0 ? "other" : snake;
    }
}
