namespace Alys.Metrics.Node.Tests;

public sealed class MigrationStateFileTests : IDisposable
{
    private static readonly MigrationState State = new(
        MigrationPhase.Sync, 12.5, MigrationMode.Canary, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new Dictionary<string, TimeSpan> { ["foundation"] = TimeSpan.FromHours(1) });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly string _path;
    private readonly MigrationStateFile _file;

    public MigrationStateFileTests()
    {
        _path = Path.Combine(_folder.FullName, "migration.json");
        _file = new MigrationStateFile(_path);
    }

    [Fact]
    public void What_was_written_is_read()
    {
        Assert.True(_file.TryWrite(State));

        MigrationState read = _file.Read()!;

        Assert.Equal(State with { PhaseDurations = read.PhaseDurations }, read);
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(read.PhaseDurations).Value);
        Assert.Null(_file.Problem);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void Without_a_file_there_is_no_state_and_no_problem()
    {
        Assert.Null(_file.Read());
        Assert.Null(_file.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"phase\": \"sync\"")]
    [InlineData("{\"phase\":\"no_phase\",\"phase_durations\":{}}")]
    [InlineData("{\"phase\":11,\"phase_durations\":{}}")]
    [InlineData("{\"phase\":\"sync\",\"progress_percent\":101,\"phase_durations\":{}}")]
    [InlineData("{\"phase\":\"sync\"}")]
    public void A_file_that_is_no_state_is_kept_aside_and_said(string text)
    {
        File.WriteAllText(_path, text);

        Assert.Null(_file.Read());

        Assert.Contains(_path, _file.Problem, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_path + ".broken"));
        Assert.False(File.Exists(_path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_and_throws_nothing()
    {
        var file = new MigrationStateFile(Path.Combine(_folder.FullName, "missing", "migration.json"));

        Assert.False(file.TryWrite(State));

        Assert.Contains("Cannot write", file.Problem, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
