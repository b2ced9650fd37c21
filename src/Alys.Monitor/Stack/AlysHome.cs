namespace Alys.Monitor.Stack;

/// <summary>The folder that holds what <c>up</c> keeps: tools, data that lasts, and what belongs to the current
/// run.</summary>
internal sealed class AlysHome
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string EnvironmentVariable = "ALYS_HOME";

    private const string FolderName = ".alys";
    private const string RepositoryMark = "Alys.Monitoring.slnx";

    /// <summary>A home at <paramref name="root"/>; nothing is created.</summary>
    public AlysHome(string root) => Root = Path.GetFullPath(root);

    /// <summary>The folder itself, absolute.</summary>
    public string Root { get; }

    /// <summary>Unpacked programs; can be deleted, they are fetched again.</summary>
    public string Tools => Path.Combine(Root, "tools");

    /// <summary>Prometheus' time series: data that lasts.</summary>
    public string PrometheusData => Path.Combine(Root, "data", "prometheus");

    /// <summary>Alertmanager's silences, and what it has told: data that lasts.</summary>
    public string AlertmanagerData => Path.Combine(Root, "data", "alertmanager");

    /// <summary>The time series of VictoriaMetrics: data that lasts. Made by whoever starts it.</summary>
    public string VictoriaMetricsData => Path.Combine(Root, "data", "victoriametrics");

    /// <summary>Generated configuration, logs, the lock and the children of the current run.</summary>
    public string Run => Path.Combine(Root, "run");

    /// <summary>
    /// The home to use: the option, else <c>ALYS_HOME</c>, else <c>.alys</c> in the repository that holds the current
    /// folder or the program, else <c>.alys</c> in the user's own folder.
    /// </summary>
    public static AlysHome Locate(string? option)
    {
        string? chosen = option ?? Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (!string.IsNullOrWhiteSpace(chosen))
            return new AlysHome(chosen);
        string root = RepositoryAbove(Environment.CurrentDirectory)
            ?? RepositoryAbove(AppContext.BaseDirectory)
            ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new AlysHome(Path.Combine(root, FolderName));
    }

    /// <summary>Creates the folders.</summary>
    /// <exception cref="UsageException">A folder cannot be created or written.</exception>
    public void Create()
    {
        foreach (string folder in (ReadOnlySpan<string>)[Tools, PrometheusData, AlertmanagerData, Run])
        {
            try
            {
                Directory.CreateDirectory(folder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException(
                    $"cannot create {folder}: {e.Message} Choose another folder with --home or {EnvironmentVariable}.",
                    e);
            }
        }
    }

    private static string? RepositoryAbove(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, RepositoryMark)))
                return folder.FullName;
        }

        return null;
    }
}
