using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Pictures;

/// <summary>What a picture is given by whoever runs it.</summary>
/// <param name="Home">Where it keeps things.</param>
/// <param name="Line">Where it says and shows things.</param>
/// <param name="Clock">For deadlines, pauses and the chain's beginning.</param>
internal sealed record Surroundings(AlysHome Home, LiveLine Line, TimeProvider Clock);
