using System.Text.RegularExpressions;
using Alys.Monitor.Drills;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Drills;

public sealed partial class StageRulesTests
{
    [Fact]
    public void As_shipped_the_rules_are_those_that_are_committed() => Assert.All(
        StageRules.Render(Scenes.All[0].AsShipped()),
        rule => Assert.Equal(Resources.Text("rules/" + rule.Key), rule.Value));

    // What stands outside of an expression cannot be a rule's meaning; inside, only numbers may differ.
    [Fact]
    public void On_a_faster_clock_only_times_and_settings_differ() => Assert.All(
        Scenes.All.SelectMany(scene => StageRules.Render(scene)),
        rule => Assert.Equal(Skeleton(Resources.Text("rules/" + rule.Key)), Skeleton(rule.Value)));

    [Fact]
    public async Task Promtool_takes_the_rules_of_every_scene()
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        foreach (Scene scene in Scenes.All)
        {
            string folder = home.PathOf(scene.Name);
            await StageRules.WriteAsync(scene, folder, cancellation);
            List<string> said = [];
            (int code, string errors) = await ToolRun.RunAsync(
                package.Promtool, ["check", "rules", .. Directory.EnumerateFiles(folder)], folder, said.Add,
                cancellation);
            Assert.True(code == 0, string.Join('\n', [scene.Name, .. said, errors]));
        }
    }

    private static string Skeleton(string rules) => Number().Replace(rules, "0");

    [GeneratedRegex("[0-9]+(?:[.][0-9]+)?(?:ms|[smhd])?")]
    private static partial Regex Number();
}
