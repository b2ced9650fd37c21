using Alys.Monitor.Drills;
using Alys.Monitor.Stack;
using Alys.PromQL;

namespace Alys.Monitor.Settings;

/// <summary>What <c>drill</c> is to do.</summary>
internal sealed record DrillSettings
{
    /// <summary>Whether every alert is drilled.</summary>
    public static readonly Setting AllSetting = new("all", null, "Drill every alert that can be drilled.");

    /// <summary>Whether the clocks are those that are shipped.</summary>
    public static readonly Setting AsShippedSetting = new(
        "as-shipped", null, "Leave the clocks as they are shipped, to see how long an alert really takes.");

    /// <summary>How many stages there are at once.</summary>
    public static readonly Setting AtOnceSetting = new(
        "at-once", "N", "Play so many scenes at the same time, from 1 to 16. Default: one for two processors.");

    /// <summary>Every option of <c>drill</c>.</summary>
    public static readonly IReadOnlyList<Setting> All =
        [AllSetting, AsShippedSetting, AtOnceSetting, UpSettings.HomeSetting];

    private const int MostAtOnce = 16;

    /// <summary>What is played; empty: all drills are listed.</summary>
    public required IReadOnlyList<Scene> Scenes { get; init; }

    /// <summary>How many stages there are at once. Default: one for two processors; range: 1 to 16.</summary>
    public required int AtOnce { get; init; }

    /// <summary>Where the programs are kept.</summary>
    public required AlysHome Home { get; init; }

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="alerts">The alerts that are named.</param>
    /// <param name="values">The options.</param>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static DrillSettings Read(IReadOnlyList<string> alerts, SettingValues values)
    {
        bool all = values.Has(AllSetting);
        if (all && alerts.Count > 0)
            throw new UsageException($"name alerts or give {AllSetting.OptionName}, not both");
        bool asShipped = values.Has(AsShippedSetting);
        if (asShipped && alerts.Count == 0)
            throw new UsageException($"{AsShippedSetting.OptionName} needs the ALERT before it: all would take days");
        foreach (string alert in alerts) Check(alert);
        IEnumerable<Scene> scenes = Drills.Scenes.All;
        if (!all)
        {
            scenes = scenes.Select(scene => scene.With(alert => alerts.Contains(alert.Name)))
                .Where(scene => scene.Drills.Count > 0);
        }

        return new DrillSettings
        {
            Scenes = [.. asShipped ? scenes.Select(scene => scene.AsShipped()) : scenes],
            AtOnce = values.Number(AtOnceSetting, 1, MostAtOnce)
                ?? Math.Clamp(Environment.ProcessorCount / 2, 1, MostAtOnce),
            Home = AlysHome.Locate(values.Text(UpSettings.HomeSetting)),
        };
    }

    private static void Check(string alert)
    {
        if (Drills.Scenes.Exceptions.TryGetValue(alert, out string? reason))
            throw new UsageException($"{alert} cannot be drilled: {reason}");
        IReadOnlyList<string> known = [.. Drills.Scenes.All.SelectMany(scene => scene.Alerts).Distinct()];
        if (known.Contains(alert)) return;
        IReadOnlyList<string> near = ClosestNames.To(alert, known);
        throw new UsageException(near.Count == 0
            ? $"there is no alert '{alert}'; without a name, 'drill' lists all {known.Count}"
            : $"there is no alert '{alert}'; near are {string.Join(", ", near)}");
    }
}
