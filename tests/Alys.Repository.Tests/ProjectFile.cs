using System.Xml.Linq;

namespace Alys.Repository.Tests;

/// <summary>What a project file says that rules ask about.</summary>
internal sealed class ProjectFile(SourceFile file)
{
    private readonly XDocument _document = XDocument.Parse(file.Text);

    /// <summary>"Alys.Metrics".</summary>
    public string Name { get; } = Path.GetFileNameWithoutExtension(file.Path);

    /// <summary>The file itself, for findings.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The projects it builds upon, by name.</summary>
    public IReadOnlyList<string> Projects =>
        [.. References("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    /// <summary>The packages it asks for.</summary>
    public IReadOnlyList<string> Packages => [.. References("PackageReference")];

    /// <summary>The parts of .NET beyond the base library, such as ASP.NET Core.</summary>
    public IReadOnlyList<string> Frameworks => [.. References("FrameworkReference")];

    /// <summary>Packages whose version is written in the project itself.</summary>
    public IEnumerable<string> OwnVersions =>
        Elements("PackageReference")
            .Where(element => element.Attribute("Version") is not null
                || element.Attribute("VersionOverride") is not null
                || element.Elements().Any(inner => inner.Name.LocalName is "Version" or "VersionOverride"))
            .Select(element => (string?)element.Attribute("Include") ?? "");

    private IEnumerable<string> References(string kind) =>
        Elements(kind).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private IEnumerable<XElement> Elements(string name) =>
        _document.Descendants().Where(element => element.Name.LocalName == name);
}
