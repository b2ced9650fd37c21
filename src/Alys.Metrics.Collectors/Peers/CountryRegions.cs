using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Peers;

/// <summary>The region of each country of ISO 3166-1.</summary>
/// <remarks><b>Source:</b> the UN's standard M49, with Antarctica and the islands around it apart, and three codes that
/// it lacks but address records have: TW, XK (Kosovo) and the withdrawn AN (Netherlands Antilles).</remarks>
internal static class CountryRegions
{
    private static readonly Dictionary<string, PeerLocation> Locations = Read(
        (PeerRegion.NorthAmerica, """
            BM CA GL PM US
            BZ CR GT HN MX NI PA SV
            AG AI AN AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI
            """),
        (PeerRegion.Europe, """
            BG BY CZ HU MD PL RO RU SK UA
            AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ
            AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK
            AT BE CH DE FR LI LU MC NL
            """),
        (PeerRegion.Asia, """
            KG KZ TJ TM UZ
            CN HK JP KP KR MN MO TW
            BN ID KH LA MM MY PH SG TH TL VN
            AF BD BT IN IR LK MV NP PK
            AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE
            """),
        (PeerRegion.SouthAmerica, "AR BO BR CL CO EC FK GF GY PE PY SR UY VE"),
        (PeerRegion.Africa, """
            DZ EG EH LY MA SD TN
            BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TZ UG YT ZM ZW
            AO CD CF CG CM GA GQ ST TD
            BW LS NA SZ ZA
            BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG
            """),
        (PeerRegion.Oceania, """
            AU CC CX NF NZ
            FJ NC PG SB VU
            FM GU KI MH MP NR PW UM
            AS CK NU PF PN TK TO TV WF WS
            """),
        (PeerRegion.Unknown, "AQ BV GS HM TF"));

    /// <summary>Every code, with its region.</summary>
    public static IReadOnlyCollection<PeerLocation> All => Locations.Values;

    /// <summary>The country of a code; <see cref="PeerLocation.Unknown"/> when there is none of that code.</summary>
    public static PeerLocation Find(string? code) =>
        code is not null && Locations.TryGetValue(code, out PeerLocation location) ? location : PeerLocation.Unknown;

    private static Dictionary<string, PeerLocation> Read(params (PeerRegion Region, string Codes)[] regions)
    {
        var locations = new Dictionary<string, PeerLocation>(StringComparer.Ordinal);
        foreach ((PeerRegion region, string codes) in regions)
        {
            foreach (string code in codes.Split(
                [' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                locations.Add(code, new PeerLocation(code, region));
            }
        }

        return locations;
    }
}
