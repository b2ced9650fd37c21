using System.Text.Json;
using Alys.Monitor.Alerting;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>Plays one drill on a stage: lets the trouble begin, waits for its alerts at the webhook, ends it, waits
/// until the webhook was told so.</summary>
internal sealed class DrillRun(Stage stage, Drill drill)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _clock = stage.Clock;

    /// <summary>What became of each alert; never throws for what goes wrong on the stage.</summary>
    public async Task<IReadOnlyList<DrillResult>> RunAsync(CancellationToken stop)
    {
        foreach (ExpectedAlert alert in drill.Alerts.Where(alert => alert.Resolves))
            await UntilAsync(() => !IsFiring(alert), stage.Scene.Patience, null, stop);
        await drill.Trouble.PrepareAsync(stage, stop);
        long began = _clock.GetTimestamp();
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // One that fails at once is a trouble that could not be made, too.
        Task trouble = Task.Run(() => drill.Trouble.MakeAsync(stage, over.Token), CancellationToken.None);
        try
        {
            Arrival[] arrivals = await Task.WhenAll(
                drill.Alerts.Select(alert => FiredAsync(alert, began, trouble, stop)));
            await over.CancelAsync();
            long ended = _clock.GetTimestamp();
            return await Task.WhenAll(arrivals.Select(arrival => ResolvedAsync(arrival, ended, trouble, stop)));
        }
        finally
        {
            // Before the stage is cleared, or what the trouble starts again would stay.
            await over.CancelAsync();
            await trouble.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Arrival> FiredAsync(ExpectedAlert alert, long began, Task trouble, CancellationToken stop)
    {
        AlertNotice? notice = null;
        int before = stage.Notices.Notices.Count;
        int watchdogs = stage.Notices.Watchdogs;
        bool came = await UntilAsync(
            () => alert.Resolves
                ? (notice = NewSince(before, alert)) is not null
                // One may be left of what was before; the second is new.
                : stage.Notices.Watchdogs >= watchdogs + 2,
            stage.Scene.Patience, trouble, stop);
        TimeSpan took = _clock.GetElapsedTime(began);
        return came
            ? new Arrival(alert, took, notice, null)
            : new Arrival(
                alert, null, null, $"did not arrive in {took.TotalSeconds:0} s; {await WhereAsync(alert, stop)}");
    }

    private async Task<DrillResult> ResolvedAsync(
        Arrival arrival, long ended, Task trouble, CancellationToken stop)
    {
        bool early = !IsFiring(arrival.Alert);
        bool wanted = arrival.Problem is null && arrival.Alert.Resolves && stage.Scene.WaitsForEnd;
        bool resolved = !wanted
            || await UntilAsync(() => !IsFiring(arrival.Alert), stage.Scene.Patience, trouble, stop);
        TimeSpan took = _clock.GetElapsedTime(ended);
        string? failed = trouble.Exception?.InnerException?.Message;
        return new DrillResult(arrival.Alert, drill.Trouble.Text, stage.Scene.Speed)
        {
            Fired = arrival.After,
            For = arrival.Notice is { Labels: var labels }
                ? RuleWaits.Of(stage.Rules, labels["alertname"], labels["severity"]) : TimeSpan.Zero,
            Labels = arrival.Notice?.Labels ?? new Dictionary<string, string>(),
            Resolved = !wanted || !resolved ? null : early ? TimeSpan.Zero : took,
            Problem = failed is not null ? "the trouble could not be made: " + failed
                : resolved ? arrival.Problem
                : $"was not over {took.TotalSeconds:0} s after its cause; {await WhereAsync(arrival.Alert, stop)}",
        };
    }

    private bool IsFiring(ExpectedAlert alert) => stage.Notices.Notices
        .Where(notice => alert.Fits(notice.Labels))
        .GroupBy(notice => notice.Fingerprint)
        .Any(notices => notices.Last().Firing);

    private AlertNotice? NewSince(int before, ExpectedAlert alert) => stage.Notices.Notices
        .Skip(before).FirstOrDefault(notice => notice.Firing && alert.Fits(notice.Labels));

    /// <summary>How far an alert has come, for whoever misses it.</summary>
    private async Task<string> WhereAsync(ExpectedAlert alert, CancellationToken stop)
    {
        string state = $"Prometheus has it {await stage.Client.StateAsync(alert, stop)}";
        using HttpClient http = Loopback.Client();
        try
        {
            string answer = await http.GetStringAsync(
                new Uri($"http://{stage.Alertmanager.Listen}/api/v2/alerts"), stop);
            using JsonDocument alerts = JsonDocument.Parse(answer);
            JsonElement[] all = [.. alerts.RootElement.EnumerateArray()];
            foreach (JsonElement each in all.Where(each => alert.Fits(LabelsOf(each))))
            {
                string[] by = [.. each.GetProperty("status").GetProperty("inhibitedBy").EnumerateArray()
                    .Select(id => all.FirstOrDefault(other =>
                        other.GetProperty("fingerprint").GetString() == id.GetString()))
                    .Where(other => other.ValueKind == JsonValueKind.Object)
                    .Select(other => LabelsOf(other)["alertname"])];
                return state + (by.Length == 0 ? ", Alertmanager too" : $", inhibited by {string.Join(", ", by)}");
            }
        }
        catch (HttpRequestException)
        {
            return state + ", Alertmanager does not answer";
        }

        return state + ", Alertmanager has not";
    }

    private static Dictionary<string, string> LabelsOf(JsonElement alert) => alert.GetProperty("labels")
        .EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString() ?? "");

    /// <summary>Whether the condition held before the deadline.</summary>
    private async Task<bool> UntilAsync(
        Func<bool> condition, TimeSpan deadline, Task? unlessFails, CancellationToken stop)
    {
        long started = _clock.GetTimestamp();
        while (!condition())
        {
            if (_clock.GetElapsedTime(started) > deadline || unlessFails is { IsFaulted: true }) return false;
            await Task.Delay(Pause, _clock, stop);
        }

        return true;
    }

    private sealed record Arrival(ExpectedAlert Alert, TimeSpan? After, AlertNotice? Notice, string? Problem);
}
