namespace Alys.Checks.Templating;

/// <summary>What is known of a value in the template of an alert.</summary>
internal enum TemplateValue
{
    /// <summary>Anything.</summary>
    Other,

    /// <summary>All that a template is given: labels, value, where Prometheus is.</summary>
    Alert,

    /// <summary>The labels of the alert's result.</summary>
    Labels,
}
