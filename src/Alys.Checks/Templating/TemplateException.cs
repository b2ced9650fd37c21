namespace Alys.Checks.Templating;

/// <summary>Ends the reading of a template at its first error, as Go does.</summary>
/// <param name="error">The error.</param>
internal sealed class TemplateException(TemplateError error) : Exception(error.Message)
{
    public TemplateError Error { get; } = error;
}
