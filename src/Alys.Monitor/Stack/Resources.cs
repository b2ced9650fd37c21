namespace Alys.Monitor.Stack;

/// <summary>The files that the executable carries.</summary>
internal static class Resources
{
    /// <summary>The text of a carried file, by the logical name in the project file.</summary>
    public static string Text(string name)
    {
        using Stream stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"the executable carries no file '{name}'", nameof(name));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
