using System.Globalization;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>Runs promtool's tests over rules that are not as they are committed.</summary>
internal sealed class Trials(TemporaryHome home, string promtool)
{
    // Many at once: the start of a program costs as much as a short test.
    private const int AtOnce = 50;

    private readonly Dictionary<RuleText, CutDown> _cutDowns = [];

    /// <summary>Those rules, each with a text, at which no test fails.</summary>
    public async Task<IReadOnlyList<T>> PassAsync<T>(IReadOnlyList<T> all, Func<T, (RuleText Rule, string Text)> what)
    {
        IReadOnlyList<T> left = all;
        foreach (TrialStage stage in Enum.GetValues<TrialStage>())
            left = await PassAsync(left, what, stage);
        return left;
    }

    private async Task<IReadOnlyList<T>> PassAsync<T>(
        IReadOnlyList<T> all, Func<T, (RuleText Rule, string Text)> what, TrialStage stage)
    {
        string folder = home.PathOf($"{stage}");
        Directory.CreateDirectory(folder);
        // What no case of the stage speaks of is not run, and passes.
        int[] files = [.. all.Select((one, i) => Write(folder, i, what(one), stage))];
        int[] succeeded = new int[all.Count];
        foreach (int[] some in Enumerable.Range(0, all.Count).Where(i => files[i] > 0).Chunk(AtOnce))
        {
            await AreRulesAsync(folder, some);
            await RunAsync(folder, some, files, succeeded);
        }

        return [.. all.Where((_, i) => succeeded[i] == files[i])];
    }

    /// <summary>Writes rules and their tests, and returns how many files of tests they are.</summary>
    private int Write(string folder, int number, (RuleText Rule, string Text) what, TrialStage stage)
    {
        if (!_cutDowns.TryGetValue(what.Rule, out CutDown? cutDown))
            _cutDowns[what.Rule] = cutDown = new CutDown(what.Rule);
        IReadOnlyList<string> tests = cutDown.Tests($"{number}.yml", stage);
        if (tests.Count > 0) File.WriteAllText(Path.Combine(folder, $"{number}.yml"), cutDown.Rules(what.Text));
        foreach ((int index, string test) in tests.Index())
            File.WriteAllText(Path.Combine(folder, TestFile(number, index)), test);
        return tests.Count;
    }

    private static string TestFile(int number, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}.{index}.test");

    /// <summary>A mutant that Prometheus would not even read proves nothing of the tests.</summary>
    private async Task AreRulesAsync(string folder, int[] numbers)
    {
        (int code, string errors) = await ToolRun.RunAsync(
            promtool, ["check", "rules", .. numbers.Select(number => $"{number}.yml")], folder, _ => { },
            TestContext.Current.CancellationToken);
        Assert.True(code == 0, errors);
    }

    private async Task RunAsync(string folder, int[] numbers, int[] files, int[] succeeded)
    {
        const string begins = "Unit Testing:  ";
        string[] tests =
        [
            .. numbers.SelectMany(number => Enumerable.Range(0, files[number]).Select(i => TestFile(number, i))),
        ];
        int current = -1;
        int begun = 0;
        (_, string errors) = await ToolRun.RunAsync(
            promtool, ["test", "rules", .. tests], folder,
            line =>
            {
                if (line.StartsWith(begins, StringComparison.Ordinal))
                {
                    current = int.Parse(line[begins.Length..].Split('.')[0], CultureInfo.InvariantCulture);
                    begun++;
                }

                if (line == "  SUCCESS")
                    succeeded[current]++;
            },
            TestContext.Current.CancellationToken);
        Assert.True(begun == tests.Length, errors);
    }
}
