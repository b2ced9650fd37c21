namespace Alys.Repository.Tests.Rules;

public sealed class ScriptTests
{
    private const UnixFileMode RunByAll =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    [Fact]
    public void Every_script_may_be_run()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows files carry no run bit: run this test on Linux or macOS.");
        SourceFile[] scripts = [.. Checkout.Files.Where(IsScript)];
        Assert.Contains(scripts, script => script.Path == "alys");
        Assert.Contains(scripts, script => script.Path == ".ci/run");
        Finding.AssertNone(
            scripts.Where(script => !ModeOf(script).HasFlag(RunByAll)).Select(script => script.At(1, "no run bit")),
            "Set the run bit: chmod +x, then git add.");
    }

    [Fact]
    public void A_script_is_known_by_its_first_line()
    {
        Assert.True(IsScript(new SourceFile("x", "#!/usr/bin/env bash\n")));
        Assert.False(IsScript(new SourceFile("LICENSE", "Apache License\n")));
    }

    private static bool IsScript(SourceFile file) => file.Text.StartsWith("#!", StringComparison.Ordinal);

    private static UnixFileMode ModeOf(SourceFile file) =>
        OperatingSystem.IsWindows() ? RunByAll : File.GetUnixFileMode(Path.Combine(Checkout.Root, file.Path));
}
