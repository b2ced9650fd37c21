using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alys.Repository.Tests;

/// <summary>Questions that several rules ask of a syntax tree.</summary>
internal static class Types
{
    /// <summary>The types and delegates that stand in a namespace, not in another type.</summary>
    public static IEnumerable<MemberDeclarationSyntax> TopLevel(this CompilationUnitSyntax file) =>
        file.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>The name of a type or delegate, without its type parameters.</summary>
    public static string TypeName(this MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => throw new ArgumentException($"Not a type: {type.Kind()}", nameof(type)),
    };

    /// <summary>Whether the declaration carries a modifier such as <c>public</c>.</summary>
    public static bool Is(this MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);

    /// <summary>Whether a member carries an attribute of one of the names, written without "Attribute".</summary>
    public static bool HasAttribute(this MemberDeclarationSyntax member, params string[] names) =>
        member.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => names.Contains(attribute.Name.ToString()));
}
