namespace Alys.Metrics;

/// <summary>The label value of an enum member whose snake_case name is not the field's own word.</summary>
/// <param name="value">What stands in the exposition.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelValueAttribute(string value) : Attribute
{
    /// <summary>What stands in the exposition.</summary>
    public string Value { get; } = value;
}
