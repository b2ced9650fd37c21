namespace Alys.Metrics.Collectors.Peers;

/// <summary>Disposes of something when it is asked to, but not before the last of those who use it has left.</summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> an interlocked operation to enter, another to leave.</remarks>
internal sealed class LastUse(IDisposable resource) : IDisposable
{
    /// <summary>Those who use it, and one more until it is disposed. From 0 it never rises.</summary>
    private int _users = 1;

    private bool _disposed;

    /// <summary>Begins to use it; true obliges to <see cref="Leave"/>. False: nobody may any more.</summary>
    public bool TryEnter()
    {
        int users = Volatile.Read(ref _users);
        while (users > 0)
        {
            int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users) return true;
            users = seen;
        }

        return false;
    }

    /// <summary>Ends a use.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0) resource.Dispose();
    }

    /// <summary>Asks for the end. A second call does nothing.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _disposed, true)) Leave();
    }
}
