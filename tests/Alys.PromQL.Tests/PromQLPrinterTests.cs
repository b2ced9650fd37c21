using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests;

public sealed class PromQLPrinterTests
{
    [Theory]
    [InlineData("sum(up)by(job,a)", "sum by (job, a) (up)")]
    [InlineData("SUM without(job)(up)", "sum without (job) (up)")]
    [InlineData("sum by () (up)", "sum(up)")]
    [InlineData("topk by (job)(5,up)", "topk by (job) (5, up)")]
    [InlineData("up{ a = 'b' , c!~`\\d` , }", "up{a=\"b\",c!~\"\\\\d\"}")]
    [InlineData("up{}", "up")]
    [InlineData("{__name__=\"up\"}", "{__name__=\"up\"}")]
    [InlineData("rate( up [ 90m ] offset -60s )", "rate(up[1h30m] offset -1m)")]
    [InlineData("up offset 5m @ 1.5", "up @ 1.500 offset 5m")]
    [InlineData("up @ start()[5m]", "up[5m] @ start()")]
    [InlineData("(up)[1h:60s] @ end()", "(up)[1h:1m] @ end()")]
    [InlineData("up[400d]", "up[400d]")]
    [InlineData("up[14d]", "up[2w]")]
    [InlineData("a*on(x)group_left b", "a * on (x) group_left () b")]
    [InlineData("a ignoring b", null)]
    [InlineData("a / ignoring ( ) b", "a / b")]
    [InlineData("a and ON (x) b", "a and on (x) b")]
    [InlineData("a==bool 1", "a == bool 1")]
    [InlineData("- 1", "-1")]
    [InlineData("--1", "1")]
    [InlineData("- -a", "--a")]
    [InlineData("0x1F + 017 + 1e3 + .5 + 1e-7 + 1e300", "31 + 15 + 1000 + 0.5 + 0.0000001 + 1e+300")]
    [InlineData("inf + -Inf + nan", "Inf + -Inf + NaN")]
    [InlineData("123456789012345678", "123456789012345680")]
    [InlineData("'a\"b\\n\\xff\\u00e9'", "\"a\\\"b\\n\\xffé\"")]
    [InlineData("Inf ^ -Inf", "Inf ^ -Inf")]
    [InlineData("up # comment\n + 1", "up + 1")]
    public void It_writes_the_canonical_form(string text, string? canonical)
    {
        Expression? root = PromQLParser.Parse(text).Root;
        Assert.Equal(canonical, root is null ? null : PromQLPrinter.Print(root));
    }
}
