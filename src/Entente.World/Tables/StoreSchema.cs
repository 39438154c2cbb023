using System.Collections.Immutable;
using static Entente.World.Tables.ColumnType;

namespace Entente.World.Tables;

/// <summary>Every table of the store. States are ids (COW number, or minus M49 where there is none); see <see cref="States.State"/>.</summary>
public static class StoreSchema
{
    private static Column State(string name) => new(name, Integer, "state id: COW number, or minus M49");
    private static readonly Column Year = new("year", Integer, "calendar year");
    private static readonly Column Month = new("month", Text, "yyyy-mm");
    private static readonly Column From = new("from", Day, "first day");
    private static readonly Column To = new("to", Day, "last day, missing while it lasts", Nullable: true);
    private static readonly Column FromYear = new("from_year", Integer, "first year");
    private static readonly Column ToYear = new("to_year", Integer, "last year");

    /// <summary>States, non-members and territories.</summary>
    public static readonly TableSchema States = new("states", "States, non-members and territories with their codes.", 1,
    [
        State("id"), new("name", Text, "usual English name"), new("abbreviation", Text, "COW abbreviation", true), new("iso3", Text, "ISO 3166-1 alpha-3", true),
        new("iso2", Text, "ISO 3166-1 alpha-2", true), new("m49", Integer, "UN M49", true), new("gw", Integer, "Gleditsch-Ward number", true),
        new("kind", Text, "member, non-member or territory"), new("region", Text, "UN region", true),
    ]);

    /// <summary>Dated existence.</summary>
    public static readonly TableSchema StatePeriods = new("state_periods", "Membership of the state system by system (cow, gw).", 3,
        [State("id"), new("system", Text, "cow or gw"), From, To]);

    /// <summary>Other names and codes.</summary>
    public static readonly TableSchema StateNames = new("state_names", "Names, aliases and further codes a state is found by.", 3,
        [State("id"), new("kind", Text, "name, iso3, iso2, m49 or gw"), new("name", Text, "alias or code")]);

    /// <summary>Successor rules.</summary>
    public static readonly TableSchema Successions = new("successions", "Who followed whom.", 2,
        [State("predecessor"), State("successor"), new("date", Day, "first day of the successor"), new("rule", Text, "what carries over")]);

    /// <summary>Blocs.</summary>
    public static readonly TableSchema Blocs = new("blocs", "Named sets of states.", 1,
        [new("key", Text, "short key"), new("name", Text, "full name"), new("source", Text, "document the dates come from"), new("fixed", Flag, "same members every year")]);

    /// <summary>Bloc memberships.</summary>
    public static readonly TableSchema BlocMemberships = new("bloc_memberships", "Dated membership of blocs.", 3,
        [new("bloc", Text, "key of the bloc"), State("state"), From, To]);

    /// <summary>Recorded votes of the UN General Assembly.</summary>
    public static readonly TableSchema RollCalls = new("roll_calls", "Recorded votes of the UN General Assembly.", 1,
    [
        new("roll_call", Integer, "number in the store, in order of date and vote_id"), new("vote_id", Text, "id in the source"), new("date", Day, "day of the vote"),
        new("session", Text, "regular session number or emergency session"), new("symbol", Text, "document symbol"), new("title", Text, "bibliographic label", true),
        new("title_quality", Text, "exact, unique-date, inferred, inferred-weak, un-project or none"),
        new("yes", Integer, "published count of yes", true), new("no", Integer, "published count of no", true), new("abstain", Integer, "published count of abstentions", true),
        new("middle_east", Flag, "issue flag", true), new("nuclear", Flag, "issue flag", true), new("disarmament", Flag, "issue flag", true),
        new("human_rights", Flag, "issue flag", true), new("colonialism", Flag, "issue flag", true), new("economic", Flag, "issue flag", true),
        new("important", Flag, "important vote by the US State Department", true), new("amendment", Flag, "vote on an amendment", true), new("paragraph", Flag, "vote on a paragraph", true),
        new("undl_record", Text, "record number of the UN Digital Library", true), new("rcid", Integer, "number in Voeten's files", true),
    ]);

    /// <summary>Votes cast; an absent member has no row.</summary>
    public static readonly TableSchema Votes = new("votes", "Votes cast in the General Assembly; an absent member has no row.", 2,
        [new("roll_call", Integer, "roll_calls.roll_call"), State("state"), new("vote", Integer, "1 yes, 2 abstain, 3 no")]);

    /// <summary>Pairs of roll calls with identical text.</summary>
    public static readonly TableSchema Bridges = new("bridges", "Pairs of roll calls with identical text, by rcid.", 2,
        [new("rcid1", Integer, "roll call"), new("rcid2", Integer, "roll call")]);

    /// <summary>Votes of the Security Council.</summary>
    public static readonly TableSchema CouncilVotes = new("council_votes", "Votes of the UN Security Council on adopted texts.", 2,
        [new("resolution", Text, "document symbol"), State("state"), new("date", Day, "day of the vote"), new("vote", Integer, "1 yes, 2 abstain, 3 no; missing = not voting", true)]);

    /// <summary>Goods trade by directed dyad and year. Until 2020 a pair without a row had no recorded trade; for 2023 see <see cref="TradeMissing"/>.</summary>
    public static readonly TableSchema Trade = new("trade", "Goods exports, thousand US$, all products (BACI).", 3,
        [Year, State("exporter"), State("importer"), new("value", Real, "thousand current US$")]);

    /// <summary>Pairs known to be missing from a year's trade.</summary>
    public static readonly TableSchema TradeMissing = new("trade_missing", "Pairs missing from a year because neither side had reported, with their last known value.", 3,
        [Year, State("exporter"), State("importer"), new("last_value", Real, "thousand current US$"), new("last_year", Integer, "year of the last value")]);

    /// <summary>Published customs totals.</summary>
    public static readonly TableSchema TradeOfficial = new("trade_official", "Customs totals published by the state itself.", 3,
        [Year, State("state"), new("flow", Text, "export or import"), new("value", Real, "thousand current US$"), new("source", Text, "who published it")]);

    /// <summary>Yearly trade as one of its two sides reports it.</summary>
    public static readonly TableSchema TradeReported = new("trade_reported", "Goods trade by year as one side reports it, euros: exports of the EU27 by partner, imports of Central Asian states by origin.", 4,
        [Year, State("exporter"), State("importer"), new("reporter", Text, "exporter or importer: whose statistics"), new("value", Real, "current euros"), new("complete", Flag, "false where the reporter's year was not finished when it was collected")]);

    /// <summary>Monthly exports as exporters report them.</summary>
    public static readonly TableSchema TradeReportedMonthly = new("trade_reported_monthly", "Goods exports by month as the exporter reports them, euros.", 3,
        [Month, State("exporter"), State("importer"), new("value", Real, "current euros")]);

    /// <summary>Expenditure shares including domestic sales.</summary>
    public static readonly TableSchema ExpenditureShares = new("expenditure_shares", "Share of the importer's expenditure on tradables and services that each origin supplies, including itself (derived from WIOD).", 3,
        [Year, new("exporter", Text, "ISO3 or ROW"), new("importer", Text, "ISO3 or ROW"), new("share", Real, "share of the importer's expenditure, 0 to 1")]);

    /// <summary>Expenditure and output totals.</summary>
    public static readonly TableSchema ExpenditureTotals = new("expenditure_totals", "Expenditure and output of each economy (derived from WIOD).", 2,
        [Year, new("economy", Text, "ISO3 or ROW"), new("expenditure", Real, "million current US$"), new("output", Real, "million current US$")]);

    /// <summary>Direct contiguity.</summary>
    public static readonly TableSchema Contiguity = new("contiguity", "Direct contiguity, a < b.", 3,
        [State("a"), State("b"), From, To, new("type", Integer, "1 land, 2 to 12 miles of water, 3 to 24, 4 to 150, 5 to 400")]);

    /// <summary>Minimum distance.</summary>
    public static readonly TableSchema Distance = new("distance", "Minimum distance between borders, a < b, spells of constant distance.", 3,
        [State("a"), State("b"), FromYear, ToYear, new("km", Real, "kilometres, rounded")]);

    /// <summary>Geography of trading pairs.</summary>
    public static readonly TableSchema DyadGeography = new("dyad_geography", "Distance and ties of trading pairs, a < b.", 2,
        [State("a"), State("b"), new("km", Real, "kilometres between main cities"), new("contiguous", Flag, "common border"), new("common_language", Integer, "count 0 to 4"), new("colonial", Flag, "colonial tie"), new("common_currency", Flag, "currency union")]);

    /// <summary>National capabilities.</summary>
    public static readonly TableSchema Capabilities = new("capabilities", "COW national material capabilities.", 2,
    [
        State("state"), Year, new("military_expenditure", Real, "thousand current US$ (£ before 1914)", true), new("military_personnel", Real, "thousands", true),
        new("iron_and_steel", Real, "thousand tons", true), new("energy", Real, "thousand coal-ton equivalents", true), new("population", Real, "thousands", true),
        new("urban_population", Real, "thousands", true), new("cinc", Real, "share of world capabilities, 0 to 1", true),
    ]);

    /// <summary>Alliance obligations in spells.</summary>
    public static readonly TableSchema Alliances = new("alliances", "Alliance obligations of a towards b in spells of constant obligations.", 3,
    [
        State("a"), State("b"), FromYear, new("to_year", Integer, "last year held"), new("defense", Flag, "defence"), new("offense", Flag, "offence"), new("neutrality", Flag, "neutrality"),
        new("nonaggression", Flag, "non-aggression"), new("consultation", Flag, "consultation"), new("source", Text, "atop or the document of the supplement"),
    ]);

    /// <summary>Militarised disputes by dyad and decade.</summary>
    public static readonly TableSchema Disputes = new("disputes", "Militarised interstate disputes begun, by dyad a < b and decade (derived).", 3,
    [
        State("a"), State("b"), new("decade", Integer, "first year of the decade"), new("onsets", Integer, "disputes begun"), new("force_used", Integer, "of which with force used by either side"),
        new("fatal", Integer, "of which with a death"), new("last_year", Integer, "last year of an onset"),
    ]);

    /// <summary>Militarised disputes by dyad and year of onset, in two codings.</summary>
    public static readonly TableSchema DisputeYears = new("dispute_years", "Militarised interstate disputes begun, by coding, dyad a < b and year (derived).", 4,
    [
        new("coding", Text, "gml (to 2010) or cow (to 2014)"), State("a"), State("b"), Year, new("onsets", Integer, "disputes begun, joiners included"),
        new("originated", Integer, "of which both were in it from its first day"), new("force_used", Integer, "of those originated, with force used by either side in the year"),
        new("fatal", Integer, "of those originated, with a death"), new("hostility", Integer, "highest level of all onsets: 2 threat, 3 display, 4 force, 5 war; -9 unknown"),
    ]);

    /// <summary>Who led a state at the end of a year: age, tenure and way in, without names.</summary>
    public static readonly TableSchema LeaderSpells = new("leader_spells", "Leaders in office on the last day of a year, in spells: year of birth, first year, manner of entry (derived).", 2,
    [
        State("state"), FromYear, ToYear, new("since_year", Integer, "year of entry into office"), new("birth_year", Integer, "year of birth", true),
        new("irregular", Flag, "entered by coup, revolt or foreign imposition"), new("source", Text, "archigos or supplement"),
    ]);

    /// <summary>Personalist rule in spells.</summary>
    public static readonly TableSchema RegimeSpells = new("regime_spells", "Whether a regime is personalist, in spells (derived).", 2,
        [State("state"), FromYear, ToYear, new("personalist", Flag, "any of the personal types of the source")]);

    /// <summary>Interstate wars.</summary>
    public static readonly TableSchema Wars = new("wars", "COW interstate wars by directed dyad and year, a < b.", 4,
        [new("war", Integer, "COW war number"), State("a"), State("b"), Year, new("onset", Flag, "first year of the dyad in the war")]);

    /// <summary>Strategic rivalries.</summary>
    public static readonly TableSchema Rivalries = new("rivalries", "Strategic rivalries in spells (derived).", 3,
        [State("a"), State("b"), FromYear, ToYear]);

    /// <summary>Armed conflict.</summary>
    public static readonly TableSchema ArmedConflicts = new("armed_conflicts", "Armed conflicts by year and pair of governments in the lead (UCDP).", 4,
    [
        new("conflict", Integer, "UCDP conflict id"), Year, State("a"), new("b", Integer, "opposing state id where the other side is a state", true), new("incompatibility", Text, "territory, government or both", true),
        new("intensity", Integer, "1 minor, 2 war"), new("type", Text, "interstate, intrastate, internationalised or extrasystemic"),
    ]);

    /// <summary>Nuclear status.</summary>
    public static readonly TableSchema NuclearStatus = new("nuclear_status", "Nuclear weapons status in spells.", 2,
        [State("state"), FromYear, ToYear, new("status", Integer, "0 none, 1 considering, 2 pursuing, 3 possessing")]);

    /// <summary>Enrichment and reprocessing plants.</summary>
    public static readonly TableSchema NuclearLatency = new("nuclear_latency", "Enrichment and reprocessing plants at work, in spells (derived).", 2,
    [
        State("state"), FromYear, ToYear, new("enrichment", Integer, "enrichment plants of pilot or commercial size"), new("reprocessing", Integer, "reprocessing plants of pilot or commercial size"),
        new("laboratories", Integer, "plants of laboratory size, of both kinds"),
    ]);

    /// <summary>State-year indicators.</summary>
    public static readonly TableSchema Indicators = new("indicators", "State-year indicators.", 3,
        [new("indicator", Text, "gdp_current_usd, gdp_constant_2015_usd, population, military_burden, military_expenditure_usd, liberal_democracy, …"), State("state"), Year, new("value", Real, "in the unit of the indicator")]);

    /// <summary>Arms suppliers' and recipients' shares.</summary>
    public static readonly TableSchema ArmsShares = new("arms_shares", "Shares of a pair in major arms deliveries by five-year window (derived from SIPRI TIV).", 3,
    [
        State("recipient"), State("supplier"), new("window", Integer, "first year of the five-year window"), new("share", Real, "share of the recipient's deliveries, rounded to .001"),
        new("of_supplier", Real, "share of the supplier's deliveries, rounded to .001"), new("of_peak", Real, "size relative to the pair's own largest window, rounded to .01"),
    ]);

    /// <summary>US forces abroad.</summary>
    public static readonly TableSchema Troops = new("troops", "Active-duty forces of the United States by host and year, doubled counts mended, two digits (derived).", 2,
        [State("host"), Year, State("sender"), new("personnel", Integer, "persons, rounded to two digits"), new("counted", Integer, "how many times over the publisher's row counted them: 1, 2 or 3")]);

    /// <summary>Disputes fought on the same side.</summary>
    public static readonly TableSchema SameSideDisputes = new("same_side_disputes", "Militarised interstate disputes in which a < b stood on the same side, by decade (derived).", 3,
        [State("a"), State("b"), new("decade", Integer, "first year of the decade"), new("disputes", Integer, "disputes begun, each in the first year in which both were in it"), new("last_year", Integer, "last year of such a beginning")]);

    /// <summary>Public events of cooperation.</summary>
    public static readonly TableSchema SecurityRecord = new("security_record", "Public events of cooperation between a < b that no data set measures.", 4,
    [
        State("a"), State("b"), new("date", Text, "yyyy, yyyy-mm or yyyy-mm-dd"), new("what", Text, "what happened"), new("kind", Text, "agreement, arms, exercise, forces, intelligence or technology"),
        new("document", Text, "where it is recorded"),
    ]);

    /// <summary>Terms of government by party.</summary>
    public static readonly TableSchema GovernmentTerms = new("government_terms", "Who governed, by day: party or group on which the head of the government rested, without names.", 2,
        [State("state"), From, To, new("party", Text, "party or group"), new("source", Text, "where the dates come from"), new("last_checked", Day, "day to which it was checked")]);

    /// <summary>Promises kept and reversed.</summary>
    public static readonly TableSchema PromiseRecord = new("promise_record", "Promises of states to other states, kept and reversed: coded, not exhaustive.", 3,
    [
        State("state"), new("from", Day, "in force, or signed where it never came into force"), new("agreement", Text, "name of the promise"),
        new("to", Day, "day of notice or breach, or of another end; missing while it stands", true), new("end", Text, "reversed or lapsed", true),
        new("by", Text, "who reversed it: same government, another leader of the same party, another party", true), new("kind", Text, "treaty, executive or political"),
        new("with", Integer, "state id of the partner, where there is one", true), new("source", Text, "where it is recorded"), new("basis", Text, "what the coding rests on"), new("last_checked", Day, "day to which it was checked"),
    ]);

    /// <summary>Opinion.</summary>
    public static readonly TableSchema Opinion = new("opinion", "Per cent favourable and unfavourable views in a country of another, rounded (derived).", 3,
        [State("respondents"), State("about"), Year, new("favourable", Real, "share rounded to .01"), new("unfavourable", Real, "share rounded to .01"), new("interviews", Integer, "number of interviews")]);

    /// <summary>Monthly prices.</summary>
    public static readonly TableSchema Prices = new("prices", "Monthly prices.", 2,
        [new("series", Text, "brent_usd_bbl, brent_spot_usd_bbl, henry_hub_usd_mmbtu, gas_europe_usd_mmbtu, lng_japan_usd_mmbtu, gas_us_usd_mmbtu"), Month, new("value", Real, "in the unit of the series' name")]);

    /// <summary>US LNG exports.</summary>
    public static readonly TableSchema UsLngExports = new("us_lng_exports", "US LNG exports by destination and month.", 2,
        [Month, new("state", Integer, "destination state id"), new("volume", Real, "million cubic feet"), new("cargo_parts", Integer, "cargoes or parts of cargoes")]);

    /// <summary>EU gas imports.</summary>
    public static readonly TableSchema EuGasImports = new("eu_gas_imports", "EU27 gas imports by origin and route.", 3,
        [Month, new("source", Text, "origin, or LNG"), new("route", Text, "entry, or not distinguished"), new("volume", Real, "million cubic metres")]);

    /// <summary>Flows of gas.</summary>
    public static readonly TableSchema GasFlows = new("gas_flows", "Gas by supplier and market, billion cubic metres (derived from a matrix of trade, or the project's own).", 3,
        [Year, new("supplier", Text, "supplier and mode"), new("market", Text, "market"), new("volume", Real, "billion cubic metres")]);

    /// <summary>Capacities and demand of the gas market.</summary>
    public static readonly TableSchema GasMarket = new("gas_market", "Capacities, consumption, production and growth of the gas market.", 4,
    [
        new("item", Text, "supplier, regasification, growth, consumption, production, or route: with the supplier"), new("name", Text, "supplier or route, else empty"), new("market", Text, "market, else empty"), Year,
        new("value", Real, "billion cubic metres, growth as a fraction"), new("kind", Text, "figure or judgement"),
    ]);

    /// <summary>Ideal points.</summary>
    public static readonly TableSchema IdealPoints = new("ideal_points", "Ideal points of states by year, estimated from the votes of the General Assembly by the project (derived).", 2,
        [State("state"), Year, new("value", Real, "ideal point, mean 0 and standard deviation 1 over all"), new("low", Real, "lower end of the 90 % interval"), new("high", Real, "upper end"), new("votes", Integer, "votes cast in the year")]);

    /// <summary>Weights of rival explanations of alignment.</summary>
    public static readonly TableSchema HypothesisWeights = new("hypothesis_weights", "Stacking weights of rival explanations of alignment by horizon, scored out of sample by the project (derived).", 2,
    [
        new("horizon", Integer, "years ahead"), new("hypothesis", Text, "key of the hypothesis"), new("weight", Real, "stacking weight, 0 to 1"), new("low", Real, "lower end of the 90 % interval"), new("high", Real, "upper end"),
        new("log_gain", Real, "mean log score of persistence less its own"), new("first_origin", Integer, "first year forecast from"), new("last_origin", Integer, "last year forecast from"),
    ]);

    /// <summary>Scores of lines of evidence.</summary>
    public static readonly TableSchema LineScores = new("line_scores", "What each line of evidence said of past wedge attempts out of sample (derived).", 2,
    [
        new("case", Text, "key of the case"), new("line", Text, "game, reference or statistical"), new("year", Integer, "year of the first move"), new("probability", Real, "probability of a split"),
        new("outcome", Real, "1 a success, .5 a partial one, 0 a failure"),
    ]);

    /// <summary>Shares in goods trade before the values held begin.</summary>
    public static readonly TableSchema TradeShares = new("trade_shares", "Shares in goods trade by year and directed pair, 1963-1999 (derived); a pair of states of the year without a row is below .0005 on both sides or was not reported.", 3,
    [
        Year, State("exporter"), State("importer"), new("of_exporter", Real, "share of the exporter's exports that went to the importer, rounded to .001"),
        new("of_importer", Real, "share of the importer's imports that came from the exporter, rounded to .001"),
    ]);

    /// <summary>Federal subjects of Russia.</summary>
    public static readonly TableSchema RussianRegions = new("russian_regions", "Population of the federal subjects of Russia.", 1,
        [new("region", Text, "federal subject"), new("federal_district", Text, "federal district", true), new("population", Integer, "persons"), new("occupied", Flag, "occupied Ukrainian region, left out of totals")]);

    /// <summary>All tables, in the order of the build.</summary>
    public static readonly ImmutableArray<TableSchema> All =
    [
        States, StatePeriods, StateNames, Successions, Blocs, BlocMemberships, RollCalls, Votes, Bridges, CouncilVotes, Trade, TradeMissing, TradeOfficial, TradeReported, TradeReportedMonthly, ExpenditureShares,
        ExpenditureTotals, Contiguity, Distance, DyadGeography, Capabilities, Alliances, Disputes, DisputeYears, LeaderSpells, RegimeSpells, Wars, Rivalries, ArmedConflicts, NuclearStatus, NuclearLatency, Indicators, ArmsShares, Troops, SameSideDisputes, SecurityRecord, GovernmentTerms, PromiseRecord, Opinion,
        Prices, UsLngExports, EuGasImports, GasFlows, GasMarket, RussianRegions, TradeShares, IdealPoints, HypothesisWeights, LineScores,
    ];
}
