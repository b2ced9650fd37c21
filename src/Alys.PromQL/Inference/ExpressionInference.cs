using Alys.PromQL.Tree;

namespace Alys.PromQL.Inference;

/// <summary>Finds what can be known of an expression's result from the metrics it is made of.</summary>
public static class ExpressionInference
{
    /// <summary>
    /// What is known of each expression of a tree. What is not known is open: a label may be there, a unit is null.
    /// What is said is sure as long as the schema is right.
    /// </summary>
    /// <param name="root">A tree that the parser called valid; of any other the answer is of no use.</param>
    /// <param name="schema">The metrics there are.</param>
    /// <remarks>
    /// <b>Threads:</b> any. <b>Cost:</b> one walk. <b>Source:</b>
    /// https://prometheus.io/docs/prometheus/latest/querying/operators/ and functions/.
    /// </remarks>
    public static InferenceResult Infer(Expression root, IMetricSchema schema)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(schema);
        var facts = new Dictionary<Expression, ExpressionFacts>(ReferenceEqualityComparer.Instance);
        new Inferrer(schema, facts).Infer(root);
        return new InferenceResult(root, facts);
    }
}
