using Alys.Monitor.Settings;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Settings;

public sealed class SettingValuesTests : IDisposable
{
    private static readonly Setting One = new("one", "X", "One.");
    private static readonly Setting Two = new("two", "X", "Two.");
    private readonly TemporaryHome _folder = new();

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        SettingValues values = File("""{ "one": "file", "two": 7 }""", "--one", "line");
        Assert.Equal("line", values.Text(One));
        Assert.Equal(7, values.Number(Two, 1, 10));
    }

    [Fact]
    public void A_flag_is_there_or_not_and_so_is_a_setting()
    {
        Setting flag = new("flag", null, "A flag.");
        Assert.True(SettingValues.From(Given.Parsed([flag], "--flag")).Has(flag));
        Assert.False(SettingValues.From(Given.Parsed([flag])).Has(flag));
        Assert.True(File("""{ "one": "file" }""").Has(One));
        Assert.False(Line().Has(One));
    }

    [Fact]
    public void A_setting_of_the_command_line_hides_its_rival_in_the_file()
    {
        SettingValues values = File("""{ "two": "b" }""", "--one", "a");
        Assert.Equal(One, values.OnlyOneOf(One, Two));
    }

    [Fact]
    public void Two_rivals_in_one_place_are_refused()
    {
        UsageException refused = Assert.Throws<UsageException>(
            () => Line("--one", "a", "--two", "b").OnlyOneOf(One, Two));
        Assert.Equal("give one of --one, --two, not 2", refused.Message);
        UsageException inFile =
            Assert.Throws<UsageException>(() => File("""{ "one": "a", "two": "b" }""").OnlyOneOf(One, Two));
        Assert.Contains("'one' in ", inFile.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"three\": 1 }", "unknown key 'three'")]
    [InlineData("{ \"one\": [1] }", "must be one value")]
    [InlineData("{ \"one\": ", "is no valid JSON")]
    [InlineData("[]", "is no valid JSON")]
    [InlineData("", "is no valid JSON")]
    public void A_file_that_is_wrong_is_refused_with_the_reason(string text, string reason)
    {
        UsageException refused = Assert.Throws<UsageException>(() => File(text));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.PathOf("config.json"), refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Contains("there is no file nowhere.json", Assert.Throws<UsageException>(
            () => SettingValues.From(Given.Parsed([One]), "nowhere.json", [One])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_no_file() => Assert.Throws<UsageException>(
        () => SettingValues.From(Given.Parsed([One]), _folder.Root, [One]));

    [Theory]
    [InlineData("127.0.0.1:9001", "127.0.0.1:9001")]
    [InlineData("localhost:9001", "127.0.0.1:9001")]
    [InlineData("[::1]:80", "[::1]:80")]
    public void An_endpoint_is_an_address_and_a_port(string text, string endpoint) =>
        Assert.Equal(endpoint, Line("--one", text).Endpoint(One)!.ToString());

    [Theory]
    [InlineData("9001")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("::1")]
    [InlineData("example.org:80")]
    public void Anything_else_is_no_endpoint(string text) => AssertWrong(text, values => values.Endpoint(One));

    [Theory]
    [InlineData("8545")]
    [InlineData("localhost:8545")]
    [InlineData("ftp://localhost")]
    [InlineData("http://")]
    public void Anything_but_http_and_https_is_no_url(string text) => AssertWrong(text, values => values.Url(One));

    [Theory]
    [InlineData("5")]
    [InlineData("10ms")]
    [InlineData("2h")]
    public void A_time_has_a_unit_and_a_range(string text) => AssertWrong(
        text, values => values.Duration(One, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)));

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("x")]
    public void A_number_has_a_range(string text) => AssertWrong(text, values => values.Number(One, 1, 10));

    [Fact]
    public void A_folder_must_be_there()
    {
        Assert.Equal(_folder.Root, Line("--one", _folder.Root).Folder(One));
        AssertWrong(_folder.PathOf("nowhere"), values => values.Folder(One));
    }

    [Fact]
    public void An_empty_value_is_refused() => AssertWrong("", values => values.Text(One));

    [Fact]
    public void What_was_not_given_is_null()
    {
        SettingValues values = Line();
        Assert.Null(values.Text(One));
        Assert.Null(values.Url(One));
        Assert.Null(values.Endpoint(One));
        Assert.Null(values.Folder(One));
        Assert.Null(values.Number(One, 1, 2));
        Assert.Null(values.Duration(One, TimeSpan.Zero, TimeSpan.MaxValue));
        Assert.Null(values.OnlyOneOf(One, Two));
    }

    public void Dispose() => _folder.Dispose();

    private static SettingValues Line(params string[] arguments) => Given.Values([One, Two], arguments);

    private static void AssertWrong(string text, Func<SettingValues, object?> read)
    {
        UsageException wrong = Assert.Throws<UsageException>(() => read(Line("--one", text)));
        Assert.StartsWith($"--one: '{text}' ", wrong.Message, StringComparison.Ordinal);
    }

    private SettingValues File(string json, params string[] arguments) =>
        SettingValues.From(Given.Parsed([One, Two], arguments), _folder.Write("config.json", json), [One, Two]);
}
