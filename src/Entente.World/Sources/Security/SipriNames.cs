namespace Entente.World.Sources.Security;

/// <summary>Names in SIPRI's data bases that are no usual names of a state.</summary>
internal static class SipriNames
{
    /// <summary>From SIPRI's name to a usual one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Viet Nam"] = "North Vietnam",
        ["Yemen"] = "North Yemen",
        ["East Germany (GDR)"] = "German Democratic Republic",
        ["Yemen Arab Republic (North Yemen)"] = "North Yemen",
        ["Yemen, North"] = "North Yemen",
        ["Saint Vincent"] = "Saint Vincent and the Grenadines",
        ["Bosnia-Herzegovina"] = "Bosnia and Herzegovina",
        ["UAE"] = "United Arab Emirates",
        ["DR Congo"] = "Democratic Republic of the Congo",
        ["Congo, DR"] = "Democratic Republic of the Congo",
        ["Congo"] = "Republic of the Congo",
        ["Congo, Republic"] = "Republic of the Congo",
        ["Korea, North"] = "North Korea",
        ["Korea, South"] = "South Korea",
        ["Gambia, The"] = "Gambia",
        ["Kyrgyz Republic"] = "Kyrgyzstan",
        ["Timor Leste"] = "Timor-Leste",
        ["USSR"] = "Soviet Union",
    };

    /// <summary>Whether SIPRI marks the name as an armed group (*) or an international organisation (**).</summary>
    public static bool IsNoState(string name) => name.EndsWith('*') || name.EndsWith("(s)", StringComparison.Ordinal) || name == "European Union";
}
