namespace Alys.Monitor.Stack;

/// <summary>VictoriaMetrics: the one on PATH, else Debian's package unpacked below <c>tools/</c>.</summary>
/// <param name="Program">The store, a single node.</param>
/// <param name="Vmalert">Its companion that evaluates rules.</param>
/// <param name="Vmagent">Its companion that scrapes many targets and keeps what a store does not take yet.</param>
internal sealed record VictoriaMetricsPackage(string Program, string Vmalert, string Vmagent)
{
    private const string Name = "victoria-metrics";

    /// <summary>Finds or downloads it.</summary>
    /// <exception cref="UsageException">It is not there and cannot be had.</exception>
    public static async Task<VictoriaMetricsPackage> EnsureAsync(
        AlysHome home, Action<string> progress, CancellationToken cancellation)
    {
        if (Find(Name) is { } program && Find("vmalert") is { } vmalert && Find("vmagent") is { } vmagent)
            return new VictoriaMetricsPackage(program, vmalert, vmagent);
        string root = await new DebianPackage(home, progress).EnsureAsync(Name, [], cancellation);
        string programs = Path.Combine(root, "usr/bin");
        return new VictoriaMetricsPackage(
            Path.Combine(programs, Name), Path.Combine(programs, "vmalert"), Path.Combine(programs, "vmagent"));
    }

    // Its makers add "-prod" to the names; Debian does not.
    private static string? Find(string name) => Executables.Find(name) ?? Executables.Find(name + "-prod");
}
