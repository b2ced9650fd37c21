using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Stack;

public sealed class ResourcesTests
{
    [Theory]
    [InlineData("prometheus.yml", "monitoring/prometheus/prometheus.yml")]
    [InlineData("nodes/alys.yml", "monitoring/prometheus/nodes/alys.yml")]
    [InlineData("alertmanager.yml", "monitoring/alertmanager/alertmanager.yml")]
    [InlineData("alys.tmpl", "monitoring/alertmanager/templates/alys.tmpl")]
    [InlineData("anvil/package-lock.json", "src/Alys.Monitor/Stack/anvil/package-lock.json")]
    [InlineData("countries/package-lock.json", "src/Alys.Monitor/Stack/countries/package-lock.json")]
    public void The_executable_carries_the_committed_file(string name, string path) => Assert.Equal(
        File.ReadAllText(Path.Combine(AlysHome.Locate(null).Root, "..", path)), Resources.Text(name));

    [Fact]
    public void A_file_it_does_not_carry_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => Resources.Text("nothing"));
}
