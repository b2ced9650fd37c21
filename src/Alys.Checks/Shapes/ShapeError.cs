using Alys.Checks.Documents;

namespace Alys.Checks.Shapes;

/// <summary>A part of a file that the program it is for would not take.</summary>
/// <param name="Where">The part.</param>
/// <param name="Message">What is wrong, a clause without a full stop.</param>
/// <param name="Help">What to do, a sentence.</param>
internal sealed record ShapeError(DocumentNode Where, string Message, string Help)
{
    /// <summary>The same as a problem of a check.</summary>
    public Problem Of(string check) => new(check, Where.Location, Message, Help);
}
