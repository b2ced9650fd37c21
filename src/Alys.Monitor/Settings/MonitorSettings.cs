using System.Globalization;
using System.Net;

namespace Alys.Monitor.Settings;

/// <summary>What the monitor watches, how often and where it serves what it saw.</summary>
internal sealed record MonitorSettings
{
    /// <summary>The node's JSON-RPC.</summary>
    public static readonly Setting RpcSetting = new("rpc", "URL", "Watch a node through its JSON-RPC over HTTP.");

    /// <summary>The node's process by id.</summary>
    public static readonly Setting PidSetting = new("pid", "N", "Watch the process with this id.");

    /// <summary>The node's process by a file that holds its id.</summary>
    public static readonly Setting PidFileSetting =
        new("pid-file", "FILE", "Watch the process whose id is in this file, also after it was restarted.");

    /// <summary>The node's process by name.</summary>
    public static readonly Setting ProcessNameSetting =
        new("process-name", "NAME", "Watch the process with this name, also after it was restarted.");

    /// <summary>The folder whose disk is reported.</summary>
    public static readonly Setting DataDirSetting =
        new("data-dir", "DIR", "Report the disk that holds this folder, as the node's data.");

    /// <summary>Where the metrics are served.</summary>
    public static readonly Setting ListenSetting =
        new(
            "listen", "ADDRESS:PORT",
            "Serve /metrics, /health and /ready here. Default: 127.0.0.1:9001, this machine only.");

    /// <summary>How often each source is read.</summary>
    public static readonly Setting IntervalSetting =
        new("interval", "TIME", "Read every source this often, from 100ms to 1h. Default: 5s.");

    /// <summary>Every setting that a configuration file may hold.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        RpcSetting, PidSetting, PidFileSetting, ProcessNameSetting, DataDirSetting, ListenSetting, IntervalSetting,
    ];

    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostInterval = TimeSpan.FromHours(1);

    /// <summary>The node's JSON-RPC; null: the chain is not watched.</summary>
    public Uri? Rpc { get; init; }

    /// <summary>The process id to watch; at most one of this, <see cref="PidFile"/> and
    /// <see cref="ProcessName"/>.</summary>
    public int? Pid { get; init; }

    /// <summary>The file that holds the process id to watch.</summary>
    public string? PidFile { get; init; }

    /// <summary>The name of the process to watch.</summary>
    public string? ProcessName { get; init; }

    /// <summary>The folder whose disk is reported; null: none is.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Where the metrics are served. Default: 127.0.0.1:9001.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 9001);

    /// <summary>How often each source is read. Default: 5 s; range: 100 ms to 1 h.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two tries of a source that fails. Default: 60 s.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether a process is watched: only one that was named; the monitor does not pass itself off as the
    /// node.</summary>
    public bool WatchesProcess => Pid is not null || PidFile is not null || ProcessName is not null;

    /// <summary>The URL of a page of the monitor, as reached from this machine.</summary>
    public Uri PageUrl(string page) => new($"http://{ReachableListen}/{page}");

    /// <summary><see cref="Listen"/> as reached from this machine: loopback where it listens on every
    /// address.</summary>
    public IPEndPoint ReachableListen =>
        Listen.Address.Equals(IPAddress.Any) ? new IPEndPoint(IPAddress.Loopback, Listen.Port)
        : Listen.Address.Equals(IPAddress.IPv6Any) ? new IPEndPoint(IPAddress.IPv6Loopback, Listen.Port)
        : Listen;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="UsageException">One of them is wrong: says which and why.</exception>
    public static MonitorSettings Read(SettingValues values)
    {
        MonitorSettings settings = new()
        {
            Rpc = values.Url(RpcSetting),
            DataDirectory = values.Folder(DataDirSetting),
        };
        settings = settings with
        {
            Listen = values.Endpoint(ListenSetting) ?? settings.Listen,
            Interval = values.Duration(IntervalSetting, LeastInterval, MostInterval) ?? settings.Interval,
        };
        Setting? process = values.OnlyOneOf(PidSetting, PidFileSetting, ProcessNameSetting);
        if (process == PidSetting)
            return settings with { Pid = LivingPid(values) };
        if (process == PidFileSetting)
            return settings with { PidFile = Path.GetFullPath(values.Text(PidFileSetting)!) };
        return process == ProcessNameSetting
            ? settings with { ProcessName = values.Text(ProcessNameSetting) }
            : settings;
    }

    /// <summary>What is watched, in a few words; never a user name, a password or a key of the URL.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (Rpc is not null)
            parts.Add("node " + Rpc.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
        if (Pid is { } pid)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"process {pid}"));
        if (PidFile is not null)
            parts.Add("the process in " + PidFile);
        if (ProcessName is not null)
            parts.Add("process " + ProcessName);
        parts.Add("this machine");
        return string.Join(", ", parts);
    }

    private static int LivingPid(SettingValues values)
    {
        int pid = values.Number(PidSetting, 1, int.MaxValue)!.Value;
        return Stack.ProcessIdentity.Of(pid) is not null
            ? pid
            : throw values.Wrong(PidSetting, values.Text(PidSetting)!, "is no running process");
    }
}
