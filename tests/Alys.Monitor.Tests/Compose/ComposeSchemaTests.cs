using System.Text.Json;
using System.Text.Json.Nodes;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Json.Schema;

namespace Alys.Monitor.Tests.Compose;

/// <summary>The compose file beside the schema of the compose specification, which npm's dclint carries, and beside
/// compose itself where it is installed.</summary>
public sealed class ComposeSchemaTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Compose", "Schema");

    // Read once: a schema is known under its name from then on.
    private static readonly Lazy<Task<JsonSchema>> Schema = new(ReadSchemaAsync);

    [Fact]
    public async Task The_file_is_valid_against_the_schema_of_the_specification()
    {
        JsonSchema schema = await Schema.Value;
        Assert.Empty(Problems(schema, ComposeFile.Root));
    }

    [Theory]
    [InlineData("image", "{\"name\": \"prom/prometheus\"}")]
    [InlineData("readonly", "true")]
    [InlineData("healthcheck", "{\"interval\": 15}")]
    [InlineData("volumes", "[{\"type\": \"disk\", \"source\": 1}]")]
    [InlineData("deploy", "{\"resources\": {\"limits\": {\"memory_bytes\": 1}}}")]
    public async Task A_service_that_compose_would_refuse_is_found(string property, string value)
    {
        JsonSchema schema = await Schema.Value;
        JsonObject broken = ComposeFile.Root.DeepClone().AsObject();
        broken["services"]!["prometheus"]![property] = JsonNode.Parse(value);
        Assert.NotEmpty(Problems(schema, broken));
    }

    [Fact]
    public async Task Compose_takes_the_file_with_every_profile()
    {
        (string Program, string[] Arguments)? compose = await FindComposeAsync();
        Assert.SkipWhen(compose is null, "There is no docker compose of version 2 or newer here to ask.");
        using TemporaryHome home = new();
        string settings = home.Write("settings", "ALYS_GRAFANA_UID=1000\n");
        List<string> services = [];

        (int code, string errors) = await ToolRun.RunAsync(
            compose.Value.Program,
            [
                .. compose.Value.Arguments, "--env-file", settings, "--file", "compose.yaml", "--profile", "*",
                "config", "--services",
            ],
            ComposeFile.Folder, services.Add, TestContext.Current.CancellationToken);

        Assert.True(code == 0, errors);
        Assert.Equal(ComposeFile.Services.Keys.Order(StringComparer.Ordinal), services.Order(StringComparer.Ordinal));
    }

    // It asks no engine: a client without one will do. The first compose, of Python, knows an older specification.
    private static async Task<(string Program, string[] Arguments)?> FindComposeAsync()
    {
        (string? Program, string[] Arguments)[] known =
            [(Executables.Find("docker"), ["compose"]), (Executables.Find("docker-compose"), [])];
        foreach ((string? program, string[] arguments) in known)
        {
            if (program is null) continue;
            List<string> version = [];
            (int code, _) = await ToolRun.RunAsync(
                program, [.. arguments, "version", "--short"], ComposeFile.Folder, version.Add,
                TestContext.Current.CancellationToken);
            if (code == 0 && version is [var first] && !first.StartsWith("1.", StringComparison.Ordinal))
                return (program, arguments);
        }

        return null;
    }

    private static async Task<JsonSchema> ReadSchemaAsync()
    {
        string packages = await NpmFolder.EnsureAsync("compose-schema", Folder);
        string schema = await File.ReadAllTextAsync(
            Path.Combine(packages, "node_modules", "dclint", "schemas", "compose.schema.json"),
            TestContext.Current.CancellationToken);
        // The specification names the dialect by an address that only looks like its own.
        return JsonSchema.FromText(schema.Replace(
            "https://json-schema.org/draft-07/schema", "http://json-schema.org/draft-07/schema#",
            StringComparison.Ordinal));
    }

    private static List<string> Problems(JsonSchema schema, JsonObject file)
    {
        EvaluationResults results = schema.Evaluate(
            JsonSerializer.SerializeToElement(file), new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (results.IsValid)
            return [];
        return ["is not valid", .. (results.Details ?? [])
            .SelectMany(part => part.Errors ?? new Dictionary<string, string>(), (part, error) =>
                $"{part.InstanceLocation}: {error.Value}")];
    }
}
