using System.Text.Json;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class NpmPackageTests
{
    [Theory]
    [InlineData("anvil", "@foundry-rs/anvil-linux-amd64")]
    [InlineData("countries", "@ip-location-db/geo-whois-asn-country-mmdb")]
    public void Version_and_content_are_pinned_and_no_registry_is_named(string folder, string name)
    {
        NpmPackage package = new(folder);
        Assert.Equal(name, package.Name);

        using JsonDocument json = JsonDocument.Parse(Resources.Text($"{folder}/package-lock.json"));
        JsonElement packages = json.RootElement.GetProperty("packages");
        JsonElement locked = packages.GetProperty($"node_modules/{name}");
        Assert.Equal(2, packages.EnumerateObject().Count());
        Assert.Equal(package.Version, locked.GetProperty("version").GetString());
        Assert.StartsWith("sha512-", locked.GetProperty("integrity").GetString(), StringComparison.Ordinal);
        Assert.False(locked.TryGetProperty("resolved", out _));
    }

    [Fact]
    public async Task One_that_is_there_is_not_downloaded_again()
    {
        using TemporaryHome home = new();
        NpmPackage package = new("countries");
        string folder = Path.Combine(home.Home.Tools, $"countries-{package.Version}");
        Directory.CreateDirectory(folder);
        List<string> progress = [];
        Assert.Equal(
            Path.Combine(folder, "node_modules", package.Name),
            await package.EnsureAsync(
                home.Home, "it", "or else", progress.Add, TestContext.Current.CancellationToken));
        Assert.Empty(progress);
    }

    [Fact]
    public void One_that_is_not_carried_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new NpmPackage("nothing"));
}
