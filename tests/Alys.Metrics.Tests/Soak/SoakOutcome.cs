namespace Alys.Metrics.Tests.Soak;

internal enum SoakOutcome
{
    Success,
    Failure,
    Timeout,
}
