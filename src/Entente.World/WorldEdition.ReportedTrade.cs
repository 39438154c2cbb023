using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Tables;
using Entente.World.Trade;

namespace Entente.World;

/// <content>Trade as one of its sides reports it; most stores hold it for few reporters, and a store without it hands out nothing.</content>
public sealed partial class WorldEdition
{
    private ImmutableArray<ReportedFlow>? _reportedTrade;
    private ImmutableArray<MonthlyExport>? _monthlyExports;

    /// <summary>Yearly trade as one side reports it (sources "eu-exports-yearly", "central-asia-imports"), by year, exporter, importer.</summary>
    public ImmutableArray<ReportedFlow> ReportedTrade => _reportedTrade ??= !Holds(StoreSchema.TradeReported) ? [] : Rows(
        Select(StoreSchema.TradeReported, "year", "exporter", "importer", "reporter", "value", "complete"),
        static (c, i) => new ReportedFlow(
            c.Integers(0)[i], c.Integers(1)[i], c.Integers(2)[i], c.Texts(3)[i] == "importer" ? ReportedBy.Importer : ReportedBy.Exporter, c.Reals(4)[i], c.Flags(5)[i]));

    /// <summary>Monthly exports as the exporter reports them (source "eu-exports-monthly"), by month, exporter, importer.</summary>
    public ImmutableArray<MonthlyExport> MonthlyExports => _monthlyExports ??= !Holds(StoreSchema.TradeReportedMonthly) ? [] : Rows(
        Select(StoreSchema.TradeReportedMonthly, "month", "exporter", "importer", "value"),
        static (c, i) => new MonthlyExport(Part(c.Texts(0)[i]!, 0, 4), Part(c.Texts(0)[i]!, 5, 2), c.Integers(1)[i], c.Integers(2)[i], c.Reals(3)[i]));

    private bool Holds(TableSchema schema) => Manifest.Find(schema.Name) is not null;

    private static int Part(string month, int start, int length) => int.Parse(month.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
