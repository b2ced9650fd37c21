using System.Reflection;
using System.Text.RegularExpressions;
using Alys.Metrics;
using Alys.Metrics.Node;
using Alys.Metrics.Tests;
using Alys.Repository.Tests.Rules;

namespace Alys.Repository.Tests.Recipes;

/// <summary>Follows the recipe "Add a metric" step by step with its own example.</summary>
public sealed partial class AddMetricTests
{
    private const string Refresh = "./alys catalog --format markdown > docs/reference/metrics.md";

    private static readonly SourceFile Source = Recipe.AddMetric.In(MetricInCatalog.Catalog);
    private static readonly SourceFile Test = Recipe.AddMetric.In(MetricInCatalog.Tests);
    private static readonly Lazy<MetricExample> LazyExample = new(() => new MetricExample(Source, Test));
    private static readonly Lazy<MetricInCatalog> LazyFollowed = new(() => new MetricInCatalog(Source, Test));

    private static MetricExample Example => LazyExample.Value;

    private static MetricInCatalog Followed => LazyFollowed.Value;

    private static string Subsystem => Source.Subject[..^"Metrics".Length];

    [Fact]
    public void Every_step_of_the_recipe_is_followed_here()
    {
        IEnumerable<int> followed = typeof(AddMetricTests).GetMethods()
            .Select(test => FollowedStep().Match(test.Name)).Where(name => name.Success)
            .Select(name => int.Parse(name.Groups["number"].ValueSpan, provider: null));
        Assert.Equal(Recipe.AddMetric.Steps.Keys, followed.Distinct().Order());
    }

    [Fact]
    public void Every_file_folder_and_name_of_the_recipe_is_there() => Assert.Empty(
        from step in Recipe.AddMetric.Steps
        from Match word in InBackquotes().Matches(step.Value)
        where !IsThere(word.Groups["word"].Value)
        select $"step {step.Key} names {word.Value}");

    [Fact]
    public void Step_1_a_new_subsystem_is_a_class_of_its_own_in_the_catalog()
    {
        Says(1, "in `src/Alys.Metrics.Node`, or add `<Subsystem>Metrics.cs`");
        Assert.Matches("^src/Alys.Metrics.Node/[A-Z][A-Za-z]+Metrics.cs$", Source.Path);
        Assert.False(Checkout.Has(Source.Path), $"{Source.Path} is in the catalog: take another example.");
        Finding.AssertNone(PublicTypeTests.Find(Source), "The example has one public type a file.");
    }

    [Fact]
    public void Step_2_the_constructor_makes_instruments_whose_names_obey_the_rules()
    {
        Says(2, "in the constructor", "`alys_<subsystem>_<what>_<unit>`; a counter ends in `_total`", "seconds, bytes");
        Finding.AssertNone(MetricNameTests.FindRepeated(Followed.Sources), "The example needs new names.");
        foreach (MetricDescription metric in Example.Describe())
        {
            string unit = metric.Type == "counter" ? "[a-z_]+_total" : "[a-z_]+_(seconds|bytes)";
            Assert.Matches($"^alys_{Subsystem.ToLowerInvariant()}_{unit}$", metric.Name);
            Assert.Matches(@"^[A-Z].+ .+\.$", metric.Help);
        }
    }

    [Fact]
    public void Step_3_labels_are_closed_sets()
    {
        Says(3, "an enum for each set that is known", "Never a height, an address, a peer id or an error text");
        MetricLabel[] labels = [.. Example.Describe().SelectMany(metric => metric.Labels)];
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.NotNull(label.Values));
        Assert.All(labels, label => Assert.DoesNotMatch("height|address|peer|error|message", label.Name));
    }

    [Fact]
    public void Step_4_each_instrument_is_chosen_once_and_none_is_a_rate()
    {
        Says(4, "a counter", "a histogram", "the rest is a gauge", "No rates and no averages");
        IReadOnlyList<MetricDescription> metrics = Example.Describe();
        Assert.Equal(["counter", "gauge", "histogram"], metrics.Select(metric => metric.Type).Order());
        Assert.All(metrics, metric => Assert.DoesNotMatch("rate|average|mean|_per_|percent", metric.Name));
    }

    [Fact]
    public void Step_5_the_methods_say_what_happened()
    {
        Says(5, "a method that says what happened", "not `Set`");
        Assert.NotEmpty(Example.Methods);
        Assert.All(Example.Methods, method => Assert.False(method.Name.StartsWith("Set", StringComparison.Ordinal)));
        Assert.All(Example.Methods, method => Assert.Equal(typeof(void), method.ReturnType));
    }

    [Fact]
    public void Step_6_a_gauge_is_absent_until_it_is_reported_and_after_it_is_forgotten()
    {
        Says(6, "absent under `Presence.WhenReported`", "clear it in `Forget()`");
        var registry = new MetricRegistry();
        object metrics = Example.Make(registry, Presence.WhenReported);
        Assert.Equal(["counter", "histogram"], Shown(registry));

        foreach (MethodInfo method in Example.Methods.Where(method => method.Name != "Forget"))
            MetricExample.Call(metrics, method);
        Assert.Equal(["counter", "gauge", "histogram"], Shown(registry));

        MetricExample.Call(metrics, Example.Methods.Single(method => method.Name == "Forget"));
        Assert.Equal(["counter", "histogram"], Shown(registry));
    }

    [Fact]
    public void Step_7_the_test_passes_where_the_rules_want_it()
    {
        Says(7, "through the exposition in `tests/Alys.Metrics.Node.Tests`");
        Assert.Empty(MetricExample.Failures(Example.Tests));
        Finding.AssertNone(
            SourceTestParityTests.Find(Source, path => path == Test.Path, []).Concat(TestNameTests.Find(Test)),
            "The example has its test.");
    }

    [Fact]
    public void Step_7_the_test_fails_when_a_method_does_nothing_or_a_gauge_is_there_at_the_start()
    {
        Says(7, "absent or 0 at the start, right after a report, gone after `Forget()`");
        IEnumerable<SourceFile> broken = Example.Methods
            .Select(method => MetricExample.Without(Source, method.Name))
            .Append(new SourceFile(Source.Path, Source.Text.Replace(": null;", ": 0;", StringComparison.Ordinal)));
        Assert.All(broken, source =>
        {
            Assert.NotEqual(Source.Text, source.Text);
            Assert.NotEmpty(MetricExample.Failures(new MetricExample(source, Test).Tests));
        });
    }

    [Fact]
    public void Step_8_the_whole_catalog_has_what_NodeMetrics_makes_and_all_else_that_is_written()
    {
        Says(8, "make it in `NodeMetrics.cs`", "if only a monitor makes it, in `WholeCatalog.cs`", "is reported");
        HashSet<string> made = [.. Followed.Whole().Describe().Select(metric => metric.Name)];
        Assert.Empty(Example.Describe().Select(metric => metric.Name).Except(made));
        Assert.Empty(Followed.Sources.SelectMany(MetricNameTests.Names).Select(name => name.Name).Except(made));
        Assert.Null(Followed.Failure("Every_closed_set_is_whole_and_nothing_is_absent"));
        Assert.Null(Followed.Failure("Every_open_set_is_filled_until_values_are_refused"));
    }

    [Fact]
    public void Step_9_the_reference_is_stale_until_it_is_written_anew()
    {
        Says(9, $"`{Refresh}`", "A test fails while it is stale", "needs too many series");
        Assert.Null(Followed.Failure("With_every_set_at_its_worst_it_is_within_the_budget_of_series"));
        Assert.Null(Followed.Failure("What_is_said_of_the_most_series_is_what_a_full_page_has_or_one_set_more"));
        string reference = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "reference", "metrics.md"));
        Assert.StartsWith($"<!-- generated by {Refresh} -->", reference, StringComparison.Ordinal);
        HashSet<string> added = [.. Example.Describe().Select(metric => metric.Name)];
        Assert.All(Followed.Whole().Describe(), metric => Assert.NotEqual(
            added.Contains(metric.Name),
            reference.Contains($"\n### `{metric.Name}`\n", StringComparison.Ordinal)));
    }

    /// <summary>Fails when a step no longer says what is followed here.</summary>
    private static void Says(int step, params string[] words) => Assert.All(words, text => Assert.True(
        Recipe.AddMetric.Steps[step].Contains(text, StringComparison.Ordinal),
        $"Step {step} no longer says \"{text}\": follow what it says now."));

    /// <summary>The types of the example's metrics that have samples.</summary>
    private static IEnumerable<string> Shown(MetricRegistry registry)
    {
        string page = Page.Of(registry);
        return Example.Describe()
            .Where(metric => Regex.IsMatch(page, $"^{metric.Name}(_count)?[ {{]", RegexOptions.Multiline))
            .Select(metric => metric.Type).Order();
    }

    /// <summary>A pattern such as <c>&lt;Subsystem&gt;Metrics.cs</c> is there: its step follows it.</summary>
    private static bool IsThere(string word) =>
        word.Contains('<', StringComparison.Ordinal)
        || word == Refresh
        || Checkout.Has(word)
        || Checkout.CSharp.Any(file => file.Name == word)
        || (Name().Match(word) is { Success: true } name
            && Followed.Sources.Any(file => file.Text.Contains(name.Groups["last"].Value, StringComparison.Ordinal)));

    [GeneratedRegex(@"^Step_(?<number>\d+)_")]
    private static partial Regex FollowedStep();

    [GeneratedRegex("`(?<word>[^`]+)`")]
    private static partial Regex InBackquotes();

    // "Presence.WhenReported", "Forget()", "_total"; neither a path nor a command.
    [GeneratedRegex(@"^(\w+\.)*(?<last>\w+)(?<!\.cs)(\(.*\))?$")]
    private static partial Regex Name();
}
