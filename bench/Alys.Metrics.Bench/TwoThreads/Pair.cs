using Alys.Metrics.Bench.Micro;

namespace Alys.Metrics.Bench.TwoThreads;

/// <summary>
/// Runs the same work on two threads at once: the caller and one that stays, so that no thread is started inside a
/// measurement. Both spin for each other, which is shorter than being woken.
/// </summary>
internal sealed class Pair : IDisposable
{
    /// <summary>Operations of one thread in a run: so many that the meeting before and after costs nothing.</summary>
    public const int Operations = Repeats * Block;

    /// <summary>Operations that the work does each time it is called.</summary>
    public const int Block = Inputs.Times;

    private const int Repeats = 128;

    /// <summary>Of the second thread; ends when the work is null.</summary>
    private readonly Thread _second;

    private Action? _work;
    private int _begun;
    private int _ended;

    public Pair()
    {
        _second = new Thread(Follow) { IsBackground = true, Name = "second" };
        _second.Start();
    }

    /// <summary>Returns when both threads have done the work as often as they should.</summary>
    public void Run(Action work)
    {
        int round = Begin(work);
        Repeat(work);
        var spin = new SpinWait();
        while (Volatile.Read(ref _ended) != round) spin.SpinOnce(sleep1Threshold: -1);
    }

    public void Dispose()
    {
        Begin(work: null);
        _second.Join();
    }

    private static void Repeat(Action work)
    {
        for (int i = 0; i < Repeats; i++) work();
    }

    private int Begin(Action? work)
    {
        _work = work;
        int round = _begun + 1;
        Volatile.Write(ref _begun, round);
        return round;
    }

    private void Follow()
    {
        for (int round = 1; ; round++)
        {
            var spin = new SpinWait();
            while (Volatile.Read(ref _begun) != round) spin.SpinOnce(sleep1Threshold: -1);
            if (_work is not { } work) return;
            Repeat(work);
            Volatile.Write(ref _ended, round);
        }
    }
}
