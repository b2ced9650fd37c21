using System.Reflection;
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
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, "
                + $"{Environment.ProcessorCount} processors for a process",
            $"prometheus-net {Version(typeof(Prometheus.Counter))}, "
                + $"OpenTelemetry {Version(typeof(OpenTelemetry.Sdk))}, its exporter "
                + Version(typeof(OpenTelemetry.Exporter.PrometheusAspNetCoreOptions)),
        ];
        return string.Join('\n', lines.Select(line => $"- {line}"));
    }

    /// <summary>The package's, without the commit behind the plus sign.</summary>
    private static string Version(Type type) => type.Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
