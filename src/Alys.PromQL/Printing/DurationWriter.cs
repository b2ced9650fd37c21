using System.Text;
using Alys.PromQL.Lexing;
using Alys.PromQL.Tree;

namespace Alys.PromQL.Printing;

/// <summary>Writes the canonical text of a duration.</summary>
internal static class DurationWriter
{
    public static void Write(StringBuilder text, DurationNode duration)
    {
        switch (duration)
        {
            case DurationLiteral { Length: var length }:
                text.Append(Plain(length));
                break;
            case DurationVariable variable:
                text.Append(variable.IsNegative ? "-" : "").Append(variable.Text);
                break;
            case DurationOperation operation:
                if (operation.IsParenthesized) text.Append('(');
                Operation(text, operation);
                if (operation.IsParenthesized) text.Append(')');
                break;
        }
    }

    // What no unit fits is written in seconds, as 3.x reads it.
    private static string Plain(TimeSpan length) => length.Ticks % TimeSpan.TicksPerMillisecond == 0
        ? DurationText.Print(length) : ExpressionWriter.Number(length.TotalSeconds);

    private static void Operation(StringBuilder text, DurationOperation operation)
    {
        switch (operation.Operator)
        {
            case "step" or "range":
                text.Append(operation.Operator).Append("()");
                break;
            case "min" or "max" or "min_of" or "max_of":
                text.Append(operation.Operator).Append('(');
                Write(text, operation.Left!);
                text.Append(", ");
                Write(text, operation.Right!);
                text.Append(')');
                break;
            case "()":
                Write(text, operation.Right!);
                break;
            case var sign when operation.Left is null:
                text.Append(sign);
                Write(text, operation.Right!);
                break;
            case var sign:
                Write(text, operation.Left!);
                text.Append(' ').Append(sign).Append(' ');
                Write(text, operation.Right!);
                break;
        }
    }
}
