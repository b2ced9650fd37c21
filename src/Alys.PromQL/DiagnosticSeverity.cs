namespace Alys.PromQL;

/// <summary>How bad a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Prometheus takes it, but reads it otherwise than it looks.</summary>
    Warning,

    /// <summary>Prometheus refuses the expression.</summary>
    Error,
}
