using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Alys.Metrics.Bench.Reports;

/// <summary>What the numbers were measured on, as the machine says.</summary>
internal static class Machine
{
    /// <summary>A list in Markdown.</summary>
    public static string Describe()
    {
        string[] lines =
        [
            .. HostEnvironmentInfo.GetCurrent().ToFormattedString(),
            $"OS {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, "
                + $"{Environment.ProcessorCount} processors for this process",
            Versions(typeof(Prometheus.Counter), typeof(OpenTelemetry.Sdk)),
        ];
        return string.Join('\n', lines.Select(line => $"- {line}"));
    }

    private static string Versions(params Type[] types) => string.Join(
        ", ", types.Select(type => type.Assembly.GetName()).Select(name => $"{name.Name} {name.Version?.ToString(3)}"));
}
