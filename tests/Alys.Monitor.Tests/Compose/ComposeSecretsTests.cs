using System.Runtime.Versioning;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Compose;

/// <summary>The script that makes what <c>compose.yaml</c> must not carry.</summary>
[SupportedOSPlatform("linux")]
public sealed class ComposeSecretsTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly string Script = Path.Combine(ComposeFile.Folder, "compose-secrets");

    private readonly TemporaryHome _home = new();

    private string Password => _home.PathOf("secrets/grafana_admin_password");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task It_makes_each_secret_and_nobody_but_its_owner_can_read_it()
    {
        await RunAsync(_home.Root);
        Assert.Equal(
            ComposeFile.Root["secrets"]!.AsObject().Select(secret => secret.Key).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(_home.PathOf("secrets")).Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal));
        Assert.All(Directory.EnumerateFiles(_home.PathOf("secrets")), file =>
        {
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
            Assert.Matches("^[A-Za-z0-9_-]{32}$", File.ReadAllText(file));
        });
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(_home.PathOf("secrets")));
        Assert.Matches("^ALYS_GRAFANA_UID=[1-9][0-9]*\n$", await File.ReadAllTextAsync(
            _home.PathOf(".env"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_password_is_shown_once_and_stays()
    {
        string first = await RunAsync(_home.Root);
        string password = await File.ReadAllTextAsync(Password, TestContext.Current.CancellationToken);
        Assert.Contains(password, first, StringComparison.Ordinal);

        string second = await RunAsync(_home.Root);
        Assert.DoesNotContain(password, second, StringComparison.Ordinal);
        Assert.Equal(password, await File.ReadAllTextAsync(Password, TestContext.Current.CancellationToken));
        Assert.Single(await File.ReadAllLinesAsync(_home.PathOf(".env"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_machines_have_two_passwords()
    {
        using TemporaryHome other = new();
        Assert.NotEqual(
            (await RunAsync(_home.Root)).Split('\n')[0], (await RunAsync(other.Root)).Split('\n')[0]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_in_one_line()
    {
        (int code, string errors) = await ToolRun.RunAsync(
            Script, [_home.PathOf("none")], _home.Root, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(2, code);
        Assert.Equal(
            $"compose-secrets: there is no folder {_home.PathOf("none")}: name the one with compose.yaml\n", errors);
    }

    private async Task<string> RunAsync(string folder)
    {
        List<string> said = [];
        (int code, string errors) = await ToolRun.RunAsync(
            Script, [folder], _home.Root, said.Add, TestContext.Current.CancellationToken);
        Assert.True(code == 0, errors);
        return string.Join('\n', said);
    }
}
