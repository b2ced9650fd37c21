namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about Prometheus and Alertmanager themselves.</summary>
internal static class MonitoringScenes
{
    /// <summary>All but the slow one. What goes wrong does so with other servers than those that tell of it.</summary>
    public static Scene Monitoring { get; } = new("monitoring", Scenes.Minutes)
    {
        Patients = ["failing", "misled", "silent", "unheard", "full"],
        DeafOnes = ["misled", "unheard"],
        Drills =
        [
            new Drill(Troubles.None, new ExpectedAlert("Watchdog") { Resolves = false }),
            new Drill(
                PatientTroubles.FailingRule("failing"),
                ExpectedAlert.Of("PrometheusRuleFailures", "prometheus", "failing")),
            new Drill(
                PatientTroubles.BrokenFile("misled", stage => stage.Patient("misled")),
                ExpectedAlert.Of("PrometheusConfigReloadFailed", "prometheus", "misled")),
            new Drill(
                PatientTroubles.NoAlertmanager("silent"),
                ExpectedAlert.Of("PrometheusNoAlertmanager", "prometheus", "silent")),
            new Drill(
                PatientTroubles.DeadAlertmanager("unheard"),
                ExpectedAlert.Of("PrometheusNotificationsFailing", "prometheus", "unheard")),
            new Drill(
                PatientTroubles.SmallStorage("full"),
                ExpectedAlert.Of("PrometheusStorageNearLimit", "prometheus", "full")),
            new Drill(
                PatientTroubles.BrokenFile("misled", stage => stage.DeafOne("misled")),
                ExpectedAlert.Of("AlertmanagerConfigReloadFailed", "alertmanager", "misled")),
            new Drill(
                PatientTroubles.DeadWebhook("unheard"),
                ExpectedAlert.Of("AlertmanagerNotificationsFailing", "alertmanager", "unheard")
                    .With("integration", "webhook")),
        ],
    };
}
