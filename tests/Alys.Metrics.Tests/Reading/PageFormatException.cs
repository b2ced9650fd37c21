namespace Alys.Metrics.Tests.Reading;

/// <summary>A page breaks the rules of its format.</summary>
internal sealed class PageFormatException(string message) : Exception(message);
