using System.Globalization;
using System.Text.Json;

namespace Alys.Monitor.Stack;

/// <summary>Asks a Prometheus, or what answers like one, through its HTTP API.</summary>
/// <param name="http">Its deadline is how long an answer may take.</param>
/// <param name="server">Where it is; a path before <c>/api/v1</c> is kept.</param>
/// <remarks>Each call throws a <see cref="UsageException"/> with one sentence when there is no answer to go by.
/// <b>Source:</b> "HTTP API" of the documentation of Prometheus.</remarks>
internal sealed class PrometheusApi(HttpClient http, Uri server)
{
    /// <summary>The samples of an instant query: labels and value.</summary>
    public Task<IReadOnlyList<PrometheusSample>> AskAsync(string query, CancellationToken cancellation) => GetAsync(
        "query", [new("query", query)],
        IReadOnlyList<PrometheusSample> (data) =>
        [
            .. data.GetProperty("result").EnumerateArray().Select(one => new PrometheusSample(
                one.GetProperty("metric").EnumerateObject()
                    .ToDictionary(label => label.Name, label => label.Value.GetString() ?? ""),
                Number(one.GetProperty("value")[1].GetString()))),
        ],
        cancellation);

    /// <summary>The value of a query that has one sample; null when it has none.</summary>
    public async Task<double?> ValueAsync(string query, CancellationToken cancellation) =>
        await AskAsync(query, cancellation) is [var sample, ..] ? sample.Value : null;

    /// <summary>What another part of the API answers with.</summary>
    /// <param name="path">Behind <c>/api/v1/</c>, such as <c>labels</c>.</param>
    /// <param name="parameters">What is asked.</param>
    /// <param name="read">Reads its <c>data</c>; what is not there may throw as JSON does.</param>
    /// <param name="cancellation">Ends the question.</param>
    public async Task<T> GetAsync<T>(
        string path,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        Func<JsonElement, T> read,
        CancellationToken cancellation)
    {
        string question = string.Join('&', parameters.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));
        Uri url = new(new Uri(server.ToString().TrimEnd('/') + '/'), $"api/v1/{path}?{question}");
        try
        {
            using HttpResponseMessage response = await http.GetAsync(url, cancellation);
            await using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
            using JsonDocument answer = await JsonDocument.ParseAsync(body, default, cancellation);
            if (answer.RootElement.GetProperty("status").GetString() != "success")
                throw Nothing("refuses the question: " + answer.RootElement.GetProperty("error").GetString());
            return read(answer.RootElement.GetProperty("data"));
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
