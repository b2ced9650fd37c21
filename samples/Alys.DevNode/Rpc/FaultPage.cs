using System.Globalization;
using Alys.DevNode.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alys.DevNode.Rpc;

/// <summary>Faults over HTTP: list them, switch one on for a time, switch one off.</summary>
internal static class FaultPage
{
    public static void MapFaults(this IEndpointRouteBuilder endpoints, FaultBoard board)
    {
        endpoints.MapGet("/faults", context => context.Response.WriteAsJsonAsync(
            FaultDescriptions.All.Select(fault => Show(fault, board)), context.RequestAborted));
        endpoints.MapPost("/faults/{name}", context => StartAsync(context, board));
        endpoints.MapDelete("/faults/{name}", context => StopAsync(context, board));
    }

    private static async Task StartAsync(HttpContext context, FaultBoard board)
    {
        if (await FindAsync(context) is not { } fault) return;
        if (Duration(context) is not { } duration)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, string.Create(
                CultureInfo.InvariantCulture,
                $"seconds must be a number from {FaultBoard.LeastDuration.TotalSeconds} to "
                + $"{FaultBoard.MostDuration.TotalSeconds}"));
            return;
        }

        board.Start(fault, duration);
        await context.Response.WriteAsJsonAsync(Show(fault, board), context.RequestAborted);
    }

    private static async Task StopAsync(HttpContext context, FaultBoard board)
    {
        if (await FindAsync(context) is not { } fault) return;
        board.Stop(fault);
        await context.Response.WriteAsJsonAsync(Show(fault, board), context.RequestAborted);
    }

    private static TimeSpan? Duration(HttpContext context)
    {
        string? text = context.Request.Query["seconds"];
        if (text is null) return FaultBoard.DefaultDuration;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds >= FaultBoard.LeastDuration.TotalSeconds && seconds <= FaultBoard.MostDuration.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static async Task<Fault?> FindAsync(HttpContext context)
    {
        string name = (string?)context.Request.RouteValues["name"] ?? "";
        if (FaultDescriptions.TryFind(name, out Fault fault)) return fault;
        await RefuseAsync(
            context, StatusCodes.Status404NotFound,
            $"there is no fault '{name}': {string.Join(", ", FaultDescriptions.All.Select(FaultDescriptions.NameOf))}");
        return null;
    }

    private static Task RefuseAsync(HttpContext context, int status, string error)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error }, context.RequestAborted);
    }

    private static object Show(Fault fault, FaultBoard board)
    {
        double left = board.SecondsLeft(fault);
        return new
        {
            name = FaultDescriptions.NameOf(fault),
            description = FaultDescriptions.TextOf(fault),
            active = left > 0,
            secondsLeft = Math.Round(left, 1),
        };
    }
}
