using System.Collections.Immutable;
using Entente.World.Sources;
using Entente.World.Sources.Blocs;
using Entente.World.Sources.Economy;
using Entente.World.Sources.Energy;
using Entente.World.Sources.Evidence;
using Entente.World.Sources.Geography;
using Entente.World.Sources.Opinion;
using Entente.World.Sources.Security;
using Entente.World.Sources.States;
using Entente.World.Sources.Trade;
using Entente.World.Sources.Trade.Reported;
using Entente.World.Sources.Votes;
using Entente.World.States;

namespace Entente.World.Store;

/// <summary>One importer of the build.</summary>
/// <param name="Sources">Keys of the catalog with the files that each is read from, as full paths.</param>
/// <param name="Read">Reads them; the steps before have been read.</param>
internal sealed record BuildStep(ImmutableArray<(string Key, ImmutableArray<string> Files)> Sources, Func<IReadOnlyList<ImportResult>> Read)
{
    /// <summary>All files, each once.</summary>
    public IEnumerable<string> Files => Sources.SelectMany(source => source.Files).Distinct(StringComparer.Ordinal);
}

/// <summary>Which importer reads which file, in the order of the build: states first, since all others resolve codes by them.</summary>
internal sealed class BuildSteps
{
    private readonly string _from;
    private readonly string _reference;
    private readonly List<BuildStep> _steps = [];
    private StateSystem? _states;

    private BuildSteps(string from, string reference)
    {
        _from = Path.GetFullPath(from);
        _reference = Path.GetFullPath(reference);
    }

    /// <summary>The steps for a folder of publishers' files and the project's folder of authored files.</summary>
    public static IReadOnlyList<BuildStep> All(string from, string reference)
    {
        var build = new BuildSteps(from, reference);
        build.AddStates();
        build.AddVotes();
        build.AddTrade();
        build.AddGeography();
        build.AddSecurity();
        build.AddEconomy();
        build.AddEnergy();
        return build._steps;
    }

    private void AddStates()
    {
        var (cow, gleditschWard, iso, authored) = (From("states/cow_states.csv"), From("states/gw_states.csv"), From("states/iso_codes.csv"), Reference("states.yaml"));
        _steps.Add(new BuildStep(
            [("cow-states", [cow]), ("gw-states", [gleditschWard]), ("iso-codes", [iso]), ("entente-states", [authored])],
            () =>
            {
                var import = StateSystemSource.Import(Path.GetDirectoryName(cow)!, _reference);
                _states = StateSystem.FromTables(import.Tables[0], import.Tables[1], import.Tables[2], import.Tables[3]);
                return StateSources.Split(import);
            }));
        Add("entente-blocs", [Reference("blocs.yaml")], states => BlocSource.Import(_reference, states) with { Source = "entente-blocs" });
    }

    private void AddVotes()
    {
        var (rollCalls, votes) = (From("votes/unga_rollcalls.csv"), From("votes/unga_votes.csv.gz"));
        Add("unga-votes", [rollCalls, votes], states => GeneralAssemblySource.Read(rollCalls, votes, states));
        Add("unga-bridges", "votes/unga_bridging_pairs.csv", (path, _) => BridgingPairsSource.Read(path));
        Add("unsc-votes", "votes/unsc_votes_2025.csv", SecurityCouncilSource.Read);
        Add("entente-points", [Reference("ideal_points.csv")], states => IdealPointSource.Read(Reference("ideal_points.csv"), states));
        Add("entente-evidence", [Reference("hypothesis_weights.csv"), Reference("line_scores.csv")], _ => EvidenceSource.Read(Reference("hypothesis_weights.csv"), Reference("line_scores.csv")));
    }

    private void AddTrade()
    {
        string[] totals = [From("trade/baci_totals_2000_2020.csv.gz"), From("trade/baci_totals_2023.csv.gz")];
        Add("baci", [.. totals], states => BaciTotalsSource.Read(totals, states));
        Add("baci-2023-mask", "trade/baci_2023_missing_pairs.csv", BaciTotalsSource.ReadMissing);
        Add("customs-totals", [Reference("customs_totals.csv")], states => OfficialTotalsSource.Read(Reference("customs_totals.csv"), states));
        Add("eu-exports-monthly", "trade/eu_exports_monthly_2019_2024.csv.gz", EuExportsByMonth.Read);
        Add("eu-exports-yearly", "trade/eu27_exports_by_partner_2010_2023.csv", EuExportsByYear.Read);
        Add("central-asia-imports", "trade/central_asia_reported_imports_2019_2023.csv", CentralAsianImports.Read);
        Add("sitc-totals", "trade/sitc_totals_1963_1999.csv.gz", TradeSharesSource.Read);
        Add("wiod", "trade/wiod_bilateral_2000_2014.csv.gz", WiodSource.Read);
    }

    private void AddGeography()
    {
        Add("cow-contiguity", "states/contiguity.csv", CowContiguity.Read);
        Add("mindist", "states/min_distance_1991_2019.csv.gz", MinimumDistance.Read);
        Add("cepii-geography", "states/dyad_geography.csv.gz", TradingPairGeography.Read);
        Add("rosstat", "states/russia_regions_population.csv", RussianRegionPopulation.Read);
    }

    private void AddSecurity()
    {
        Add("cow-nmc", "security/cow_nmc.csv", CowCapabilities.Read);
        Add("atop", "security/atop_directed_dyad_year.csv.gz", AtopAlliances.Read);
        Add("alliance-supplement", [Reference("alliance_supplement.csv")], states => AllianceSupplement.Read(Reference("alliance_supplement.csv"), states));
        Add("gml-mid", "security/gml_mid_directed_dyad_year_disputes.csv", MilitarisedDisputes.Read);
        Add("gml-mid", "security/gml_mid_directed_dyad_year_disputes.csv", SameSideDisputes.Read);
        Add("cow-mid", "security/cow_mid_directed_dyad_year_disputes.csv", DisputeYearSource.ReadCow);
        Add("archigos", "security/leaders_archigos.csv", LeaderSource.Read);
        Add("leader-supplement", [Reference("leader_supplement.csv")], states => LeaderSupplement.Read(Reference("leader_supplement.csv"), states));
        Add("reign", "security/regime_types_reign.csv", RegimeSource.Read);
        Add("cow-wars", "security/cow_interstate_wars.csv", CowInterstateWars.Read);
        Add("td-rivalries", "security/td_rivalries.csv", StrategicRivalries.Read);
        Add("ucdp", "security/ucdp_armed_conflict.csv", UcdpConflicts.Read);
        Add("nuclear-status", "security/nuclear_weapons_status.csv", NuclearStatusSpells.Read);
        Add("nuclear-latency", "security/nuclear_latency_facilities.csv", NuclearLatency.Read);
        Add("sipri-milex", "security/military_expenditure.csv", SipriMilitaryExpenditure.Read);
        Add("sipri-arms", "security/arms_transfers_tiv_dyad_year.csv", ArmsTransfers.Read);
        Add("us-troops", "security/us_troops_country_year.csv.gz", TroopsAbroad.Read);
        Add("security-record", [Reference("security_record.csv")], states => SecurityRecordSource.Read(Reference("security_record.csv"), states));
        Add("government-terms", [Reference("government_terms.csv")], states => GovernmentTermsSource.Read(Reference("government_terms.csv"), states));
        Add("promise-record", [Reference("promise_record.csv")], states => PromiseRecordSource.Read(Reference("promise_record.csv"), states));
        Add("vdem", "security/vdem_liberal_democracy.csv", LiberalDemocracy.Read);
        Add("pew", "opinion/favourability_country_year.csv", PewFavourability.Read);
    }

    private void AddEconomy()
    {
        Add("worldbank-gdp", "economy/gdp_current_usd.csv", (path, states) => WorldBankSource.ReadLong(path, WorldBankSource.GdpCurrentUsd, states));
        Add("worldbank-population", "economy/population.csv", (path, states) => WorldBankSource.ReadLong(path, WorldBankSource.Population, states));
        Add("worldbank-gdp-constant", "economy/gdp_constant_2000_2021.csv", WorldBankSource.ReadConstant);
    }

    private void AddEnergy()
    {
        Add("worldbank-prices", "energy/energy_prices_monthly.csv", WorldBankPrices.Read);
        var (henryHub, brent) = (From("energy/henryhub_monthly.csv"), From("energy/brent_daily.csv"));
        Add("eia-prices", [henryHub, brent], states => EiaPrices.Read(henryHub, brent, states));
        Add("doe-lng", "energy/us_lng_exports_by_country_month.csv", UsLngExportsByMonth.Read);
        Add("energy-institute", "energy/gas_trade_matrix_2020.csv", GasTradeMatrix.Read);
        Add("energy-institute", "energy/gas_oil_country_year.csv", GasConsumption.Read);
        Add("gas-reference", [Reference("gas_flows.csv"), Reference("gas_capacities.csv")], _ => GasReferenceTables.Read(Reference("gas_flows.csv"), Reference("gas_capacities.csv")));
        Add("entsog", "energy/eu27_gas_imports_monthly.csv", (path, states) => EuGasImportsByRoute.Read(path, states, UnroutedImports.Keep));
    }

    private string From(string relative) => Path.Combine(_from, relative);

    private string Reference(string name) => Path.Combine(_reference, name);

    private void Add(string key, string relative, Func<string, StateSystem, ImportResult> read) => Add(key, [From(relative)], states => read(From(relative), states));

    private void Add(string key, ImmutableArray<string> files, Func<StateSystem, ImportResult> read) =>
        _steps.Add(new BuildStep([(key, files)], () => [Checked(key, read(_states ?? throw new InvalidOperationException("The states are read first.")))]));

    private static ImportResult Checked(string key, ImportResult result) =>
        result.Source == key ? result : throw new InvalidOperationException($"The importer of {key} calls itself {result.Source}.");
}
