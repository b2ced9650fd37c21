using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Tests.Documents;

public sealed class MapNodeTests
{
    private readonly MapNode _map = Assert.IsType<MapNode>(
        YamlReader.Read(new SourceFile("a.yml", "map: {a: 1}\nlist: [1, {b: 2}]\ntext: x\nempty:\n"), out _));

    [Fact]
    public void What_is_asked_for_as_what_it_is_is_there()
    {
        Assert.Equal(("1", "x", ""), (_map.Map("map")!.Text("a"), _map.Text("text"), _map.Text("empty")));
        Assert.Equal(2, _map.List("list").Count);
        Assert.Equal("2", _map.Maps("list").Single().Text("b"));
    }

    [Theory]
    [InlineData("map")]
    [InlineData("list")]
    [InlineData("text")]
    [InlineData("none")]
    public void What_is_asked_for_as_something_else_is_not_there(string name)
    {
        bool[] found =
        [
            _map.Map(name) is not null, _map.Scalar(name) is not null, _map.List(name).Count > 0, _map.Maps(name).Any(),
        ];
        Assert.Equal(name switch { "list" => 2, "none" => 0, _ => 1 }, found.Count(one => one));
    }
}
