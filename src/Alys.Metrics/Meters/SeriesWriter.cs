namespace Alys.Metrics.Meters;

/// <summary>How a measurement gets into a series. As the type argument of a stream it is compiled into its hot path.
/// </summary>
/// <typeparam name="TSeries">The kind of series.</typeparam>
internal interface ISeriesWriter<in TSeries>
{
    static abstract void Write(TSeries series, long value);

    static abstract void Write(TSeries series, double value);
}

/// <summary>Adds whole numbers to a counter. A counter of whole numbers gets no others.</summary>
internal readonly struct CountWriter : ISeriesWriter<Counter>
{
    public static void Write(Counter series, long value) => series.Add(value);

    public static void Write(Counter series, double value) => series.Add((long)value);
}

/// <summary>Adds whole numbers to an up-down counter.</summary>
internal readonly struct UpDownWriter : ISeriesWriter<UpDownCounter>
{
    public static void Write(UpDownCounter series, long value) => series.Add(value);

    public static void Write(UpDownCounter series, double value) => series.Add((long)value);
}

/// <summary>Adds real numbers to a sum.</summary>
internal readonly struct RealSumWriter : ISeriesWriter<RealSum>
{
    public static void Write(RealSum series, long value) => series.Add(value);

    public static void Write(RealSum series, double value) => series.Add(value);
}

/// <summary>Sets a gauge.</summary>
internal readonly struct GaugeWriter : ISeriesWriter<Gauge>
{
    public static void Write(Gauge series, long value) => series.Set(value);

    public static void Write(Gauge series, double value) => series.Set(value);
}

/// <summary>Observes in a histogram.</summary>
internal readonly struct HistogramWriter : ISeriesWriter<Histogram>
{
    public static void Write(Histogram series, long value) => series.Observe(value);

    public static void Write(Histogram series, double value) => series.Observe(value);
}
