namespace Alys.Monitor.Tests.Fixtures;

/// <summary>An alert that we ship, with the labels by which it is routed.</summary>
internal sealed record ShippedAlert(string Name, string Severity, string Component);
