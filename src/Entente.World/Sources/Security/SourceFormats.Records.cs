using Entente.World.Sources.Codes;
using Entente.World.Sources.Energy;
using Entente.World.Sources.Geography;
using Entente.World.Sources.Opinion;
using Entente.World.Sources.Security;
using Entente.World.Sources.Trade.Reported;
using Entente.World.States;

namespace Entente.World.Sources;

/// <content>Formats of geography, security, energy and opinion.</content>
internal static partial class SourceFormats
{
    static partial void AddRecords(List<PublisherFormat> formats)
    {
        formats.Add(new("cow-contiguity", CowContiguity.Recognises, CowContiguity.Read));
        formats.Add(new("cow-state-system", CowStateSystem.Recognises, CowStateSystem.Read));
        formats.Add(Record("minimum-distance", MinimumDistance.Columns, MinimumDistance.Read));
        formats.Add(Record("trading-pairs", TradingPairGeography.Columns, TradingPairGeography.Read));
        formats.Add(Record("russian-regions", RussianRegionPopulation.Columns, RussianRegionPopulation.Read));
        formats.Add(new("cow-capabilities", CowCapabilities.Recognises, CowCapabilities.Read));
        formats.Add(new("atop", AtopAlliances.Recognises, AtopAlliances.Read));
        formats.Add(Record("gml-disputes", MilitarisedDisputes.Columns, MilitarisedDisputes.Read));
        formats.Add(Record("cow-disputes", DisputeYearSource.CowColumns, DisputeYearSource.ReadCow));
        formats.Add(Record("archigos", LeaderSource.Columns, LeaderSource.Read));
        formats.Add(Record("reign-regimes", RegimeSource.Columns, RegimeSource.Read));
        formats.Add(Record("cow-wars", CowInterstateWars.Columns, CowInterstateWars.Read));
        formats.Add(Record("rivalries", StrategicRivalries.Columns, StrategicRivalries.Read));
        formats.Add(new("ucdp-armed-conflict", UcdpConflicts.Recognises, UcdpConflicts.Read));
        formats.Add(Record("nuclear-status", NuclearStatusSpells.Columns, NuclearStatusSpells.Read));
        formats.Add(Record("nuclear-latency", NuclearLatency.Columns, NuclearLatency.Read));
        formats.Add(Record("arms-transfers", ArmsTransfers.Columns, ArmsTransfers.Read));
        formats.Add(Record("us-troops", TroopsAbroad.Columns, TroopsAbroad.Read));
        formats.Add(Record("military-expenditure", SipriMilitaryExpenditure.Columns, SipriMilitaryExpenditure.Read));
        formats.Add(new("vdem", LiberalDemocracy.Recognises, LiberalDemocracy.Read));
        formats.Add(Record("energy-prices", WorldBankPrices.Columns, WorldBankPrices.Read));
        formats.Add(new("eia-prices", EiaPrices.Recognises, EiaPrices.Read));
        formats.Add(Record("eurostat-comext", ComextExports.Columns, ComextExports.Read));
        formats.Add(Record("us-lng-exports", UsLngExportsByMonth.Columns, UsLngExportsByMonth.Read));
        formats.Add(Record("gas-trade-matrix", GasTradeMatrix.Columns, GasTradeMatrix.Read));
        formats.Add(Record("gas-consumption", GasConsumption.Columns, GasConsumption.Read));
        formats.Add(Record("eu-gas-imports", EuGasImportsByRoute.Columns, (path, states) => EuGasImportsByRoute.Read(path, states, UnroutedImports.Keep)));
        formats.Add(Record("favourability", PewFavourability.Columns, PewFavourability.Read));
    }

    private static PublisherFormat Record(string kind, IReadOnlyList<string> columns, Func<string, StateSystem, ImportResult> read) =>
        new(kind, path => PublisherFile.Holds(path, columns), read);
}
