using System.Collections.Immutable;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Economy;
using Entente.World.Sources.Trade;
using Entente.World.Sources.Trade.Reported;
using Entente.World.Sources.Votes;

namespace Entente.World.Sources;

/// <summary>Every format that <see cref="Importers"/> reads, each told by its columns rather than by the name of its file.</summary>
internal static partial class SourceFormats
{
    /// <summary>All formats, in the order in which they are listed to a user.</summary>
    public static ImmutableArray<PublisherFormat> All { get; } = Gather();

    /// <summary>Formats of security and geography; each room may add its own in a part of this class.</summary>
    static partial void AddRecords(List<PublisherFormat> formats);

    private static ImmutableArray<PublisherFormat> Gather()
    {
        List<PublisherFormat> formats =
        [
            new("un-digital-library", path => IsFile(path) && Any(path, file => file.HasColumns(DigitalLibrarySource.Columns)), DigitalLibrarySource.Read),
            new("voeten", path => Any(path, VoetenSource.IsVotes), VoetenSource.Read),
            new("unga", path => Any(path, GeneralAssemblySource.IsRollCalls) || Any(path, GeneralAssemblySource.IsVotes), (path, states) => GeneralAssemblySource.Read(FolderOf(path), states)),
            new("unga-bridges", path => IsFile(path) && Any(path, file => file.HasColumns("rcid1", "rcid2")), (path, _) => BridgingPairsSource.Read(path)),
            new("unsc", path => IsFile(path) && Any(path, file => file.HasColumns("resolution", "date", "iso3", "vote") && file.Head.Contains("S/RES/", StringComparison.Ordinal)), SecurityCouncilSource.Read),
            new("baci", path => Any(path, file => file.HasColumns(BaciSource.Columns)), BaciSource.Read),
            new("baci-totals", path => IsFile(path) && Any(path, file => file.HasColumns("year", "exporter", "importer", "value_kusd")), (path, states) => BaciTotalsSource.Read([path], states)),
            new("baci-missing-pairs", path => IsFile(path) && Any(path, file => file.HasColumns("exporter", "importer", "value_2020_kusd")), BaciTotalsSource.ReadMissing),
            new("customs-totals", path => IsFile(path) && Any(path, file => file.HasColumns(OfficialTotalsSource.Columns)), OfficialTotalsSource.Read),
            new("eu-exports-monthly", path => IsFile(path) && Any(path, file => file.HasColumns([.. EuExportsByMonth.Columns])), EuExportsByMonth.Read),
            new("eu-exports-yearly", path => IsFile(path) && Any(path, file => file.HasColumns([.. EuExportsByYear.Columns])), EuExportsByYear.Read),
            new("central-asia-imports", path => IsFile(path) && Any(path, file => file.HasColumns([.. CentralAsianImports.Columns])), CentralAsianImports.Read),
            new("wiod", path => IsFile(path) && Any(path, file => file.HasColumns(WiodSource.Columns)), WiodSource.Read),
            new("worldbank", path => IsFile(path) && Any(path, file => file.HasColumns(WorldBankDownloadSource.Columns)), WorldBankDownloadSource.Read),
            new("worldbank-gdp", path => IsLong(path, WorldBankSource.GdpCurrentUsd), (path, states) => WorldBankSource.ReadLong(path, WorldBankSource.GdpCurrentUsd, states)),
            new("worldbank-population", path => IsLong(path, WorldBankSource.Population), (path, states) => WorldBankSource.ReadLong(path, WorldBankSource.Population, states)),
            new("worldbank-gdp-constant", path => IsFile(path) && Any(path, file => file.HasColumns(WorldBankSource.ConstantColumns)), WorldBankSource.ReadConstant),
        ];
        AddRecords(formats);
        return [.. formats];
    }

    /// <summary>A long file of the World Bank does not say what it measures, so its name has to.</summary>
    private static bool IsLong(string path, string indicator) =>
        IsFile(path) && WorldBankSource.IndicatorOf(Path.GetFileName(path)) == indicator && Any(path, file => file.HasColumns(WorldBankSource.LongColumns));

    private static bool IsFile(string path) => File.Exists(path);

    private static string FolderOf(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static bool Any(string path, Func<InputFile, bool> fits)
    {
        try
        {
            return InputFile.Behind(path).Any(fits);
        }
        catch (InvalidInputException)
        {
            // A path that cannot be read fits nothing; Importers says why.
            return false;
        }
    }
}
