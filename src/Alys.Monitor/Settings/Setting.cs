using System.CommandLine;

namespace Alys.Monitor.Settings;

/// <summary>
/// One setting: an option of the command line and, under the same name, a key of the configuration file. Help is
/// generated from these.
/// </summary>
/// <param name="Name">As in the configuration file; the option has two dashes before it.</param>
/// <param name="ValueName">What the help shows for the value; null: it is a flag, which has none.</param>
/// <param name="Help">One sentence.</param>
internal sealed record Setting(string Name, string? ValueName, string Help)
{
    /// <summary>Whether it is given or not, without a value.</summary>
    public bool IsFlag => ValueName is null;

    /// <summary>The option's name on the command line.</summary>
    public string OptionName => "--" + Name;

    /// <summary>The option; its value is read and judged by <see cref="SettingValues"/>, not by the parser.</summary>
    public Option ToOption() => IsFlag
        ? new Option<bool>(OptionName) { Description = Help }
        : new Option<string?>(OptionName) { HelpName = ValueName, Description = Help };
}
