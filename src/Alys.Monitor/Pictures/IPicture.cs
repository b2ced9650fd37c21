using System.Net;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Pictures;

/// <summary>What <c>up</c> runs beside Prometheus, from its start to its end. Disposing stops whatever was
/// started.</summary>
internal interface IPicture : IAsyncDisposable
{
    /// <summary>Where Prometheus finds <c>/metrics</c>: job <c>alys</c>.</summary>
    IPEndPoint Main { get; }

    /// <summary>Where Prometheus finds that of a node under migration, job <c>alys-migration</c>; null: there is
    /// none.</summary>
    IPEndPoint? Migration { get; }

    /// <summary>An expression that shows something at first sight.</summary>
    string ExampleQuery { get; }

    /// <summary>Finds or downloads the programs that it needs.</summary>
    /// <exception cref="UsageException">One is not there and cannot be had.</exception>
    Task PrepareAsync(CancellationToken stop);

    /// <summary>Starts everything and waits until it answers.</summary>
    /// <exception cref="StackException">A part ended or was not ready in time.</exception>
    Task StartAsync(CancellationToken stop);

    /// <summary>Lines that say where to look, above those of Prometheus.</summary>
    IEnumerable<string> WhereToLook();

    /// <summary>Lines that say what to try, below those of Prometheus.</summary>
    IEnumerable<string> WhatToTry();

    /// <summary>Shows how it is until it is cancelled; never fails.</summary>
    Task ShowAsync(CancellationToken end);

    /// <summary>The picture that the settings ask for; nothing is started.</summary>
    static IPicture Of(PictureSettings settings, Surroundings surroundings) => settings switch
    {
        PairSettings pair => new PairPicture(pair, surroundings),
        MonitoredSettings monitored => new MonitoredPicture(monitored, surroundings),
        _ => throw new ArgumentException($"{settings.GetType().Name} is no picture", nameof(settings)),
    };
}
