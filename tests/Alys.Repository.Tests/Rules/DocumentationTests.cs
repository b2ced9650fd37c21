using System.Text.RegularExpressions;

namespace Alys.Repository.Tests.Rules;

/// <summary>The compiler demands a comment for each public member (CS1591): nothing may tell it not to.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void The_compiler_demands_documentation_of_every_public_member()
    {
        string props = Checkout.File("Directory.Build.props").Text;
        Assert.Contains("<GenerateDocumentationFile>true</GenerateDocumentationFile>", props, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", props, StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_silences_that_demand() => Finding.AssertNone(
        Checkout.Files
            .Where(file => file.Path is ".editorconfig" or "Directory.Build.props"
                || file.Path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(Find),
        "Document the member instead of switching CS1591 off.");

    [Theory]
    [InlineData("#pragma warning disable CS1591")]
    [InlineData("#pragma warning disable 1591")]
    [InlineData("<NoWarn>$(NoWarn);CS1591</NoWarn>")]
    [InlineData("dotnet_diagnostic.CS1591.severity = none")]
    [InlineData("<GenerateDocumentationFile>false</GenerateDocumentationFile>")]
    public void A_way_around_it_is_found(string text) => Assert.Single(Find(new SourceFile("src/X/A.cs", text)));

    [Fact]
    public void Other_numbers_are_fine() => Assert.Empty(Find(new SourceFile("src/X/A.cs", "int x = 21591;")));

    private static IEnumerable<Finding> Find(SourceFile file) =>
        file.AtLines(Silences().IsMatch, "switches documentation off");

    [GeneratedRegex(@"\b(CS)?1591\b|<GenerateDocumentationFile>false", RegexOptions.IgnoreCase)]
    private static partial Regex Silences();
}
