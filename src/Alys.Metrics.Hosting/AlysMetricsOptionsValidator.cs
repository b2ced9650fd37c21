using Microsoft.Extensions.Options;

namespace Alys.Metrics.Hosting;

/// <summary>Fails the start of the host with every problem of the settings, instead of the first use with
/// one.</summary>
internal sealed class AlysMetricsOptionsValidator : IValidateOptions<AlysMetricsOptions>
{
    public ValidateOptionsResult Validate(string? name, AlysMetricsOptions options)
    {
        string[] problems = [.. options.Problems()];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
