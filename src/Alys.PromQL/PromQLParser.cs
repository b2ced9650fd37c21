using Alys.PromQL.Parsing;

namespace Alys.PromQL;

/// <summary>Reads PromQL.</summary>
public static class PromQLParser
{
    /// <summary>
    /// Reads an expression. It is valid exactly if Prometheus' own parser takes it; Grafana's variables, if they are
    /// allowed, fit wherever some text in their place would.
    /// </summary>
    /// <param name="text">Any text. It never throws for what is in it.</param>
    /// <param name="options">Which PromQL; Prometheus 2.42 without variables if null.</param>
    /// <returns>The tree, and what is wrong.</returns>
    /// <remarks>
    /// <b>Threads:</b> any. <b>Cost:</b> one pass, a few microseconds for an expression of a rule; the nodes of the
    /// tree are about all that is allocated. <b>Source:</b>
    /// https://prometheus.io/docs/prometheus/latest/querying/basics/ and the behaviour of promtool 2.42, which tests
    /// compare it with.
    /// </remarks>
    public static ParseResult Parse(string text, PromQLOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ExpressionParser(text, options ?? PromQLOptions.Prometheus2).Parse();
    }
}
