using System.Security.Cryptography;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Fixtures;

/// <summary>Packages of npm that only tests need, in the versions of a lock file, kept below <c>tools/</c>.</summary>
internal static class NpmFolder
{
    /// <summary>A copy of a folder, with the <c>node_modules</c> of its lock file. Without npm the test that asks is
    /// skipped.</summary>
    /// <param name="name">What they are for.</param>
    /// <param name="source">The folder: <c>package.json</c>, <c>package-lock.json</c>, scripts.</param>
    internal static async Task<string> EnsureAsync(string name, string source)
    {
        Assert.SkipWhen(Executables.Find("npm") is null, "There is no npm here to get the schema with.");
        string[] files = [.. Directory.EnumerateFiles(source).Order(StringComparer.Ordinal)];
        // Other content is another folder.
        byte[] content = [.. files.SelectMany(File.ReadAllBytes)];
        string version = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return await Unpacking.EnsureAsync(AlysHome.Locate(null), $"{name}-{version}", async target =>
        {
            foreach (string file in files)
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            (int code, string errors) = await ToolRun.RunAsync(
                Executables.Find("npm")!, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], target, _ => { },
                TestContext.Current.CancellationToken);
            Assert.True(code == 0, errors);
        });
    }
}
