namespace Entente.World.Sources.Economy;

/// <summary>What the World Bank calls what Entente calls otherwise.</summary>
internal static class WorldBankCodes
{
    // Regions, income groups and lending groups of the World Development Indicators: sums over states, not states.
    private static readonly HashSet<string> Aggregates = new(
        "AFE AFR AFW ARB CAA CEA CEB CEU CLA CME CSA CSS DEA DEC DFS DLA DMN DNS DSA DSF DSS EAP EAR EAS ECA ECS EMU EUU FCS FXS HIC HPC IBB IBD IBT IDA IDB IDX INX LAC LCN LCR LDC LIC LMC LMY LTE MDE MEA MIC MNA NAC NAF NRS NXS OED OSS PRE PSS PST RRS SAS SSA SSF SST SXZ TEA TEC TLA TMN TSA TSS UMC WLD XZN"
            .Split(' '), StringComparer.Ordinal);

    // Codes of the World Bank's own, or its older ones, where they differ from ISO 3166.
    private static readonly Dictionary<string, string> Iso3 = new(StringComparer.Ordinal)
    {
        ["ADO"] = "AND",
        ["KSV"] = "XKX",
        ["ROM"] = "ROU",
        ["TMP"] = "TLS",
        ["WBG"] = "PSE",
        ["ZAR"] = "COD",
    };

    private static readonly Dictionary<string, string> Indicators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NY.GDP.MKTP.CD"] = WorldBankSource.GdpCurrentUsd,
        ["NY.GDP.MKTP.KD"] = WorldBankSource.GdpConstant2015Usd,
        ["SP.POP.TOTL"] = WorldBankSource.Population,
    };

    /// <summary>Whether the code stands for a group of states.</summary>
    public static bool IsAggregate(string code) => Aggregates.Contains(code);

    /// <summary>The ISO3 code.</summary>
    public static string ToIso3(string code) => Iso3.GetValueOrDefault(code, code);

    /// <summary>The name of an indicator in the store; for one that Entente has no name for, the World Bank's code in lower case with underscores.</summary>
    public static string IndicatorName(string code) => Indicators.TryGetValue(code, out var name) ? name : code.ToLowerInvariant().Replace('.', '_');

    /// <summary>The source in the catalog that an indicator belongs to.</summary>
    public static string CatalogKey(string indicator) => indicator switch
    {
        WorldBankSource.GdpCurrentUsd => "worldbank-gdp",
        WorldBankSource.GdpConstant2015Usd => "worldbank-gdp-constant",
        WorldBankSource.Population => "worldbank-population",
        _ => "worldbank",
    };
}
