using Alys.Metrics.Collectors.Peers;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Peers;

public sealed class CountryRegionsTests
{
    // ISO 3166-1, as the time zone database lists it.
    private const string Iso =
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
        CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
        FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
        JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
        MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
        PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
        TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        """;

    private static readonly string[] Codes = Iso.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Every_country_is_known_and_nothing_else_but_Kosovo_and_the_Netherlands_Antilles()
    {
        Assert.Equal(249, Codes.Length);
        Assert.Equal(
            Codes.Concat(["AN", "XK"]).Order(StringComparer.Ordinal),
            CountryRegions.All.Select(country => country.Country).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_Antarctica_and_the_islands_around_it_have_no_region() => Assert.Equal(
        ["AQ", "BV", "GS", "HM", "TF"],
        Codes.Where(code => CountryRegions.Find(code).Region == PeerRegion.Unknown));

    [Theory]
    [InlineData("US", PeerRegion.NorthAmerica)]
    [InlineData("MX", PeerRegion.NorthAmerica)]
    [InlineData("PA", PeerRegion.NorthAmerica)]
    [InlineData("CU", PeerRegion.NorthAmerica)]
    [InlineData("CO", PeerRegion.SouthAmerica)]
    [InlineData("RU", PeerRegion.Europe)]
    [InlineData("XK", PeerRegion.Europe)]
    [InlineData("TR", PeerRegion.Asia)]
    [InlineData("TW", PeerRegion.Asia)]
    [InlineData("EG", PeerRegion.Africa)]
    [InlineData("NZ", PeerRegion.Oceania)]
    public void A_country_is_in_its_region(string code, PeerRegion region) =>
        Assert.Equal(new PeerLocation(code, region), CountryRegions.Find(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("us")]
    [InlineData("USA")]
    public void What_is_no_country_is_unknown(string? code) =>
        Assert.Equal(PeerLocation.Unknown, CountryRegions.Find(code));
}
