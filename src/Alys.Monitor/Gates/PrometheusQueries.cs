using System.Globalization;
using System.Text.Json;

namespace Alys.Monitor.Gates;

/// <summary>Asks a Prometheus, or what answers like one, through its HTTP API.</summary>
/// <param name="http">Its deadline is how long an answer may take.</param>
/// <param name="server">Where it is; a path before <c>/api/v1</c> is kept.</param>
/// <remarks>Each call throws a <see cref="UsageException"/> with one sentence when there is no answer to go by.
/// <b>Source:</b> "HTTP API" of the documentation of Prometheus.</remarks>
internal sealed class PrometheusQueries(HttpClient http, Uri server)
{
    /// <summary>The samples of an instant query: labels and value.</summary>
    public async Task<IReadOnlyList<PrometheusSample>> AskAsync(string query, CancellationToken cancellation)
    {
        Uri url = new(new Uri(server.ToString().TrimEnd('/') + '/'), "api/v1/query");
        try
        {
            using FormUrlEncodedContent form = new([new("query", query)]);
            using HttpResponseMessage response = await http.PostAsync(url, form, cancellation);
            await using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
            using JsonDocument answer = await JsonDocument.ParseAsync(body, default, cancellation);
            return Read(answer.RootElement);
        }
        catch (HttpRequestException e)
        {
            throw Nothing($"does not answer ({e.Message.TrimEnd('.')})", e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Nothing($"did not answer within {http.Timeout.TotalSeconds:0} s", e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or IndexOutOfRangeException)
        {
            throw Nothing("does not answer as Prometheus does", e);
        }
    }

    /// <summary>The value of a query that has one sample; null when it has none.</summary>
    public async Task<double?> ValueAsync(string query, CancellationToken cancellation) =>
        await AskAsync(query, cancellation) is [var sample, ..] ? sample.Value : null;

    private IReadOnlyList<PrometheusSample> Read(JsonElement answer)
    {
        if (answer.GetProperty("status").GetString() != "success")
            throw Nothing("refuses the question: " + answer.GetProperty("error").GetString());
        return
        [
            .. answer.GetProperty("data").GetProperty("result").EnumerateArray().Select(one => new PrometheusSample(
                one.GetProperty("metric").EnumerateObject()
                    .ToDictionary(label => label.Name, label => label.Value.GetString() ?? ""),
                Number(one.GetProperty("value")[1].GetString()))),
        ];
    }

    private static double Number(string? text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text ?? "", CultureInfo.InvariantCulture),
    };

    private UsageException Nothing(string what, Exception? inner = null)
    {
        string message = $"Prometheus at {server} {what}: say where it is with --prometheus, or start it";
        return inner is null ? new UsageException(message) : new UsageException(message, inner);
    }
}
