namespace Alys.Monitor.Drills;

/// <summary>Plays the drills of a scene.</summary>
internal static class SceneRun
{
    /// <summary>What became of each of its alerts.</summary>
    /// <param name="scene">What is played.</param>
    /// <param name="tools">The programs of the stage.</param>
    /// <param name="say">Takes each result when it is there.</param>
    /// <param name="clock">For deadlines.</param>
    /// <param name="stop">Ends it; the stage is then cleared.</param>
    public static async Task<IReadOnlyList<DrillResult>> PlayAsync(
        Scene scene, StageTools tools, Action<DrillResult> say, TimeProvider clock, CancellationToken stop)
    {
        Stage stage;
        try
        {
            stage = await Stage.StartAsync(scene, tools, clock, stop);
        }
        catch (StackException e)
        {
            DrillResult[] none =
            [
                .. from drill in scene.Drills
                   from alert in drill.Alerts
                   select new DrillResult(alert, drill.Trouble.Text, scene.Speed) { Problem = e.Message },
            ];
            foreach (DrillResult result in none) say(result);
            return none;
        }

        await using (stage)
        {
            List<DrillResult> results = [];
            if (scene.OneByOne)
            {
                foreach (Drill drill in scene.Drills) results.AddRange(await PlayAsync(stage, drill, say, stop));
                return results;
            }

            foreach (IReadOnlyList<DrillResult> some in await Task.WhenAll(
                scene.Drills.Select(drill => PlayAsync(stage, drill, say, stop))))
            {
                results.AddRange(some);
            }

            return results;
        }
    }

    private static async Task<IReadOnlyList<DrillResult>> PlayAsync(
        Stage stage, Drill drill, Action<DrillResult> say, CancellationToken stop)
    {
        IReadOnlyList<DrillResult> results = await new DrillRun(stage, drill).RunAsync(stop);
        foreach (DrillResult result in results) say(result);
        return results;
    }
}
