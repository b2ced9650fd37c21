using Alys.PromQL.Tree;

namespace Alys.PromQL;

/// <summary>A function of PromQL: its name and its signature.</summary>
public sealed record PromQLFunction
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The types of its arguments, the optional ones included.</summary>
    public required IReadOnlyList<ExpressionType> ArgumentTypes { get; init; }

    /// <summary>How many arguments it needs.</summary>
    public required int MinArguments { get; init; }

    /// <summary>How many it takes; null without limit. Those beyond <see cref="ArgumentTypes"/> are of its last type.
    /// </summary>
    public required int? MaxArguments { get; init; }

    /// <summary>The type of its result.</summary>
    public required ExpressionType ReturnType { get; init; }

    /// <summary>The first version that has it; 2.42 for all that are as old or older.</summary>
    public required Version Since { get; init; }

    /// <summary>The first version that does not have it any more; null when it is still there.</summary>
    public Version? Until { get; init; }

    /// <summary>Whether a feature flag of Prometheus must be set for it, in some version at least.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>The first version that has it without a feature flag; null while there is none.</summary>
    public Version? StableSince { get; init; }

    /// <summary>Whether a version has it, experiments included.</summary>
    public bool IsIn(Version version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version >= Since && (Until is null || version < Until);
    }

    /// <summary>Whether a version that has it needs a feature flag for it.</summary>
    public bool IsExperimentalIn(Version version) => IsExperimental && (StableSince is null || version < StableSince);

    /// <summary>Its signature: <c>round(instant vector, [scalar])</c>.</summary>
    public override string ToString()
    {
        var arguments = ArgumentTypes.Select((type, index) =>
            index < MinArguments ? type.ToWords() : $"[{type.ToWords()}]");
        return $"{Name}({string.Join(", ", arguments)}{(MaxArguments is null ? ", ..." : "")})";
    }
}
