using System.Globalization;
using Alys.Metrics.Meters;

namespace Alys.Metrics.Tests.Meters;

public sealed class TagTextTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "" },
        { "as it is", "as it is" },
        { true, "true" },
        { false, "false" },
        { -1_234_567, "-1234567" },
        { 0.5, "0.5" },
        { 1e21, "1e+21" },
        { 3.0, "3.0" },
        { 0.0, "0.0" },
        { 1.25f, "1.25" },
        { 1.10m, "1.10" },
        { DayOfWeek.Friday, "Friday" },
        { new Version(1, 2), "1.2" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_one_text_in_every_culture(object? value, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            commas.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = commas;

            Assert.Equal(text, TagText.Of(value));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
