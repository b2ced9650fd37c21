namespace Alys.Metrics.Collectors.Processes;

/// <summary>Bytes over the network devices, loopback left out, since these came up. The kernel counts by network
/// namespace, not by process: in a container of its own they are the process's, else the machine's.</summary>
/// <remarks><b>Source:</b> proc_pid_net(5), <c>/proc/PID/net/dev</c>.</remarks>
internal readonly record struct NetworkTraffic(long ReceivedBytes, long SentBytes)
{
    /// <summary>Columns between the received bytes and the sent bytes of a device.</summary>
    private const int ColumnsBetween = 7;

    /// <summary>Sums the devices; false when the text has no line of a device that can be read.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out NetworkTraffic traffic)
    {
        long received = 0, sent = 0;
        bool any = false;
        while (!text.IsEmpty)
        {
            ReadOnlySpan<byte> line = ProcText.TakeLine(ref text);
            int colon = line.LastIndexOf((byte)':');
            if (colon < 0) continue;
            any = true;
            if (line[..colon].Trim((byte)' ').SequenceEqual("lo"u8)) continue;

            ReadOnlySpan<byte> columns = line[(colon + 1)..];
            received += ProcText.Number(ProcText.TakeField(ref columns)) ?? 0;
            for (int column = 0; column < ColumnsBetween; column++) ProcText.TakeField(ref columns);
            sent += ProcText.Number(ProcText.TakeField(ref columns)) ?? 0;
        }

        traffic = new NetworkTraffic(received, sent);
        return any;
    }
}
