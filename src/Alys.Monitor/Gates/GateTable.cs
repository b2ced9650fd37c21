using System.Globalization;
using System.Text;
using System.Text.Json;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Gates;

/// <summary>What the gate found, for people and for programs.</summary>
internal static class GateTable
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>A line for each condition, and one that sums them up.</summary>
    public static string ToText(GateSettings settings, IReadOnlyList<GateResult> results)
    {
        StringBuilder text = new();
        int names = results.Max(result => result.Condition.Name.Length);
        int meanings = results.Max(result => result.Condition.Meaning.Length);
        foreach (GateResult result in results)
        {
            GateCondition condition = result.Condition;
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{Word(result.Verdict),-7}  {condition.Name.PadRight(names)}  {condition.Meaning.PadRight(meanings)}"
                + $"  {Value(result),9}  {condition.Limit(),-8}  {Note(result)}");
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.Append(Sum(settings, results)).ToString();
    }

    /// <summary>The same as one JSON object.</summary>
    public static string ToJson(GateSettings settings, IReadOnlyList<GateResult> results) => Json(
        settings, GateResult.Of(results), Sum(settings, results),
        results.Select(result => new
        {
            result.Condition.Name,
            result.Condition.Meaning,
            result.Condition.Query,
            Value = result.Value is { } value && double.IsFinite(value) ? value : (double?)null,
            Threshold = result.Condition.Limit(),
            Verdict = Word(result.Verdict),
            Note = Note(result),
        }));

    /// <summary>The same object when nothing could be asked, with the reason.</summary>
    public static string ToJson(GateSettings settings, string reason) => Json(
        settings, GateVerdict.CannotTell,
        $"CANNOT TELL whether phase {GatePhase.ToText(settings.Phase)} may go on: {reason}.", []);

    private static string Json(
        GateSettings settings, GateVerdict verdict, string reason, IEnumerable<object> conditions) =>
        JsonSerializer.Serialize(
            new
            {
                Phase = GatePhase.Names[(int)settings.Phase],
                Verdict = Word(verdict),
                Reason = reason,
                Conditions = conditions,
            },
            Indented);

    private static string Sum(GateSettings settings, IReadOnlyList<GateResult> results)
    {
        GateVerdict verdict = GateResult.Of(results);
        string phase = GatePhase.ToText(settings.Phase);
        string because = string.Join(
            ", ", results.Where(result => result.Verdict == verdict).Select(result => result.Condition.Name));
        return verdict switch
        {
            GateVerdict.Proceed => $"PROCEED: all {results.Count} conditions hold in phase {phase}.",
            GateVerdict.Hold => $"HOLD: phase {phase} must not go on, because of {because}.",
            _ => $"CANNOT TELL whether phase {phase} may go on: there is nothing to judge {because} by.",
        };
    }

    private static string Word(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Proceed => "ok",
        GateVerdict.Hold => "HOLD",
        _ => "unknown",
    };

    private static string Value(GateResult result) =>
        result.Value is { } value ? GateCondition.Number(value) : "none";

    private static string Note(GateResult result) => result switch
    {
        { Value: null or double.NaN } => result.Condition.Missing,
        { Value: { } age, Condition.TooFar: true, Verdict: GateVerdict.CannotTell } =>
            $"it is {GateCondition.Number(age)} s old: is the node still scraped?",
        _ => result.Note,
    };
}
