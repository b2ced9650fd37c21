using System.CommandLine;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Alys.Monitor.Settings;

/// <summary>
/// The values that were given: on the command line, else in the configuration file. Every reader below throws a
/// <see cref="UsageException"/> that says which value, where it was given and what would be right.
/// </summary>
internal sealed class SettingValues
{
    private readonly Func<Setting, string?> _commandLine;
    private readonly IConfiguration? _file;
    private readonly string? _filePath;

    private SettingValues(Func<Setting, string?> commandLine, IConfiguration? file, string? filePath)
    {
        _commandLine = commandLine;
        _file = file;
        _filePath = filePath;
    }

    /// <summary>The values of a parsed command line alone.</summary>
    public static SettingValues From(ParseResult parsed) =>
        new(setting => Given(parsed, setting), null, null);

    /// <summary>The values of a parsed command line, and below them those of a JSON file.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">The file.</param>
    /// <param name="known">The settings that may stand in the file.</param>
    /// <exception cref="UsageException">The file cannot be read, is no JSON, or has a key that is none of
    /// these.</exception>
    public static SettingValues From(ParseResult parsed, string path, IReadOnlyList<Setting> known)
    {
        IConfigurationRoot file = Load(path);
        foreach (IConfigurationSection section in file.GetChildren())
        {
            if (!known.Any(setting => string.Equals(setting.Name, section.Key, StringComparison.OrdinalIgnoreCase)))
            {
                string names = string.Join(", ", known.Select(setting => setting.Name));
                throw new UsageException($"--config: {path} has an unknown key '{section.Key}'; known are {names}");
            }

            if (section.GetChildren().Any())
            {
                throw new UsageException(
                    $"--config: '{section.Key}' in {path} must be one value, not a list or an object");
            }

        }

        return new SettingValues(setting => Given(parsed, setting), file, path);
    }

    /// <summary>The one setting of these that was given; null when none was. The command line hides the
    /// file's.</summary>
    /// <exception cref="UsageException">Two were given in the same place.</exception>
    public Setting? OnlyOneOf(params ReadOnlySpan<Setting> settings)
    {
        foreach (Func<Setting, string?> place in (ReadOnlySpan<Func<Setting, string?>>)[_commandLine, FromFile])
        {
            List<Setting> given = [];
            foreach (Setting setting in settings)
            {
                if (place(setting) is not null)
                    given.Add(setting);
            }

            if (given.Count > 1)
                throw new UsageException($"give one of {string.Join(", ", given.Select(Where))}, not {given.Count}");
            if (given.Count == 1)
                return given[0];
        }

        return null;
    }

    /// <summary>Whether a setting was given, or a flag set.</summary>
    public bool Has(Setting setting) => Text(setting) is not null;

    /// <summary>The text as given; null when it was not.</summary>
    public string? Text(Setting setting)
    {
        string? text = _commandLine(setting) ?? FromFile(setting);
        return text is { Length: 0 } ? throw Wrong(setting, text, "is empty") : text;
    }

    /// <summary>An absolute http or https URL.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="example">What one looks like, for whoever gave another.</param>
    public Uri? Url(Setting setting, string example = "http://127.0.0.1:8545") => Text(setting) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" => url,
        var text => throw Wrong(setting, text, $"is no http or https URL, like {example}"),
    };

    /// <summary>A time within a range.</summary>
    public TimeSpan? Duration(Setting setting, TimeSpan least, TimeSpan most) => Text(setting) switch
    {
        null => null,
        var text when Durations.TryParse(text) is not { } duration =>
            throw Wrong(setting, text, "is no time, like 500ms, 5s or 1m"),
        var text when Durations.TryParse(text) is var duration && (duration < least || duration > most) =>
            throw Wrong(setting, text, $"is out of range: {Durations.ToText(least)} to {Durations.ToText(most)}"),
        var text => Durations.TryParse(text),
    };

    /// <summary>A whole number within a range.</summary>
    public int? Number(Setting setting, int least, int most) => Text(setting) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most => number,
        var text => throw Wrong(setting, text, string.Create(
            CultureInfo.InvariantCulture, $"is no whole number from {least} to {most}")),
    };

    /// <summary>An address and a port to listen on.</summary>
    public IPEndPoint? Endpoint(Setting setting)
    {
        if (Text(setting) is not { } text)
            return null;
        string numeric = text.StartsWith("localhost:", StringComparison.Ordinal) ? "127.0.0.1" + text[9..] : text;
        // TryParse takes "9001" for an address; an endpoint has a colon and a port.
        bool right = IPEndPoint.TryParse(numeric, out IPEndPoint? endpoint)
            && endpoint.Port > 0
            && numeric.EndsWith(":" + endpoint.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return right ? endpoint : throw Wrong(setting, text, "is no ADDRESS:PORT, like 127.0.0.1:9001 or [::1]:9001");
    }

    /// <summary>A folder that is there.</summary>
    public string? Folder(Setting setting) => Text(setting) switch
    {
        null => null,
        var text when Directory.Exists(text) => Path.GetFullPath(text),
        var text => throw Wrong(setting, text, "is no folder that can be read"),
    };

    /// <summary>What to say of a value that is wrong.</summary>
    public UsageException Wrong(Setting setting, string value, string why) =>
        new($"{Where(setting)}: '{value}' {why}");

    private static string? Given(ParseResult parsed, Setting setting) => !setting.IsFlag
        ? parsed.GetValue<string?>(setting.OptionName)
        : parsed.GetValue<bool>(setting.OptionName) ? "true" : null;

    private static IConfigurationRoot Load(string path)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path), optional: false).Build();
        }
        catch (FileNotFoundException e)
        {
            throw new UsageException($"--config: there is no file {path}", e);
        }
        catch (InvalidDataException e)
        {
            string why = (e.InnerException?.InnerException ?? e.InnerException ?? e).Message;
            throw new UsageException($"--config: {path} is no valid JSON: {why.ReplaceLineEndings(" ")}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--config: cannot read {path}: {e.Message}", e);
        }
    }

    private string? FromFile(Setting setting) => _file?[setting.Name];

    private string Where(Setting setting) =>
        _commandLine(setting) is null && _filePath is not null
            ? $"'{setting.Name}' in {_filePath}"
            : setting.OptionName;
}
