using Alys.PromQL;

namespace Alys.Checks.Templating;

/// <summary>What stands in the template of an annotation or a label.</summary>
/// <param name="Error">Why it is none; null when it is one.</param>
/// <param name="Functions">Every call of a function, until the error.</param>
/// <param name="Labels">Every label of the result that it shows, until the error.</param>
/// <param name="Queries">Every query that is written out in it, until the error.</param>
internal sealed record AlertTemplate(
    TemplateError? Error,
    IReadOnlyList<(string Name, SourceSpan Span)> Functions,
    IReadOnlyList<(string Name, SourceSpan Span)> Labels,
    IReadOnlyList<TemplateText> Queries)
{
    /// <summary>Reads one.</summary>
    public static AlertTemplate Read(string text)
    {
        TemplateReader reader = new(text);
        TemplateError? error = null;
        try
        {
            reader.Read();
        }
        catch (TemplateException e)
        {
            error = e.Error;
        }

        return new AlertTemplate(error, reader.Functions, reader.Labels, reader.Queries);
    }
}
