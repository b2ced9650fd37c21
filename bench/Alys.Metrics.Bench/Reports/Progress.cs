using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;

namespace Alys.Metrics.Bench.Reports;

/// <summary>Says on standard error what is being done, so that the table on standard output stands alone.</summary>
internal sealed class Progress : EventProcessor
{
    public static void Say(string line) => Console.Error.WriteLine(line);

    public override void OnStartBuildStage(IReadOnlyList<BuildPartition> partitions) => Say("building ...");

    public override void OnBuildComplete(BuildPartition partition, BuildResult buildResult)
    {
        if (!buildResult.IsBuildSuccess) Say($"the build of the benchmarks failed: {buildResult.ErrorMessage}");
    }

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        string time = report.ResultStatistics is { } statistics ? Quantity.Time(statistics.Median) : "no result";
        Say($"{benchmarkCase.Descriptor.Type.Name}.{benchmarkCase.Descriptor.WorkloadMethod.Name}: {time}");
    }
}
