using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>YAML as JSON, so that a schema can be held against it.</summary>
internal static class Yaml
{
    /// <summary>The one document of a text.</summary>
    internal static JsonObject Object(string text) => Documents(text).Single();

    /// <summary>Every document of a text.</summary>
    internal static IEnumerable<JsonObject> Documents(string text)
    {
        YamlStream stream = new();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Node(document.RootNode)!.AsObject())];
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new NotSupportedException($"{node.NodeType} at {node.Start}"),
    };

    // "<<" takes over what the other mapping has; what stands beside it comes first.
    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        JsonObject result = [];
        foreach ((YamlNode key, YamlNode value) in mapping.Children.OrderBy(child => Name(child.Key) != "<<"))
        {
            if (Name(key) != "<<")
                result[Name(key)] = Node(value);
            else
                result = Node(value)!.AsObject();
        }

        return result;
    }

    private static string Name(YamlNode key) => ((YamlScalarNode)key).Value!;

    // The core schema of YAML 1.2: only what stands there without quotes can be a number, a truth or nothing.
    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        string text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
            return text;
        return text switch
        {
            "" or "~" or "null" => null,
            "true" => true,
            "false" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) =>
                whole,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) =>
                number,
            _ => text,
        };
    }
}
