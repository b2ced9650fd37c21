using Alys.PromQL.Inference;

namespace Alys.PromQL.Tests.Inference;

public sealed class LabelFactTests
{
    [Fact]
    public void From_one_side_or_the_other_it_is_sure_only_if_it_is_on_both()
    {
        Assert.Equal(LabelFact.Sure, LabelFact.Either(LabelFact.Sure, LabelFact.Sure));
        Assert.Equal(LabelFact.Possible, LabelFact.Either(LabelFact.Sure, LabelFact.Never));
        Assert.Equal(LabelFact.Never, LabelFact.Either(LabelFact.Never, LabelFact.Never));
        LabelFact values = LabelFact.Either(Sure("a"), Sure("b"));
        Assert.Equal(["a", "b"], values.Values!);
        Assert.Null(LabelFact.Either(Sure("a"), LabelFact.Sure).Values);
        Assert.Equal(["a"], LabelFact.Either(Sure("a"), LabelFact.Never).Values!);
    }

    [Fact]
    public void Equal_on_both_sides_it_is_what_both_allow()
    {
        Assert.Equal(LabelFact.Sure, LabelFact.Both(LabelFact.Possible, LabelFact.Sure));
        Assert.Equal(LabelFact.Never, LabelFact.Both(LabelFact.Possible, LabelFact.Never));
        Assert.Null(LabelFact.Both(LabelFact.Sure, LabelFact.Never));
        Assert.Equal(["b"], LabelFact.Both(Sure("a", "b"), Sure("b", "c"))!.Value.Values!);
        Assert.Null(LabelFact.Both(Sure("a"), Sure("b")));
    }

    private static LabelFact Sure(params string[] values) => new(LabelPresence.Sure, values);
}
