using Microsoft.CodeAnalysis.CSharp;

namespace Alys.Repository.Tests.Rules;

public sealed class PublicTypeTests
{
    [Fact]
    public void A_file_holds_one_public_type_and_bears_its_name() => Finding.AssertNone(
        Checkout.CSharp.SelectMany(Find),
        "One public type a file, in a file of its name; types of one name with more type parameters may be together.");

    [Fact]
    public void A_second_public_type_is_found() => Assert.Equal(
        [2, 3],
        Find(new SourceFile("A.cs", "public class A;\npublic enum B { }\npublic delegate void C();"))
            .Select(finding => finding.Line));

    [Fact]
    public void A_file_of_another_name_is_found() =>
        Assert.Single(Find(new SourceFile("B.cs", "public record A(int X);")));

    [Fact]
    public void Type_parameters_parts_nested_and_internal_types_are_fine()
    {
        const string text = "public class A { public enum Kind { } } public class A<T>; internal class B;";
        Assert.Empty(Find(new SourceFile("A.Text.cs", text)));
    }

    internal static IEnumerable<Finding> Find(SourceFile file) =>
        file.Syntax.TopLevel()
            .Where(type => type.Is(SyntaxKind.PublicKeyword) && type.TypeName() != file.Subject)
            .Select(type => file.At(type, $"public type {type.TypeName()} belongs into {type.TypeName()}.cs"));
}
