using System.Reflection;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Alys.Metrics.Bench.Reports;

/// <summary>What the numbers were measured on, as the machine says, and whose they are.</summary>
internal static class Machine
{
    private static readonly string[] Packages =
        ["prometheus-net", "OpenTelemetry", "OpenTelemetry.Exporter.Prometheus.AspNetCore"];

    /// <summary>A list in Markdown.</summary>
    public static string Describe()
    {
        string[] lines =
        [
            .. HostEnvironmentInfo.GetCurrent().ToFormattedString(),
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, "
                + $"{Environment.ProcessorCount} processors for a process",
            string.Join(", ", Packages.Select(package => $"{package} {Version(package)}")),
        ];
        return string.Join('\n', lines.Select(line => $"- {line}"));
    }

    /// <summary>Which the project file writes into this assembly.</summary>
    private static string Version(string package) => typeof(Machine).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == package).Value ?? "";
}
