using System.Globalization;
using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade.Mirror;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>What sellers and buyers say of the same trade.</summary>
internal static class DependMirrorReport
{
    private const double Million = 1e-6;
    private const int TopPairs = 5;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, MirrorFindings found, WorldEdition world)
    {
        terminal.Title($"Two sides of one trade: exports of {found.Exporters}", "as sellers and as buyers report it, million euros");
        if (found.Additional > 0)
        {
            terminal.Markup($"[bold]{Terminal.Escape(Sentence(found))}[/]");
            terminal.Line();
        }

        foreach (var buyer in found.Importers)
        {
            Buyer(terminal, found, buyer, world);
            terminal.Line();
        }

        terminal.Markup($"[dim]Gap: ln(seller's figure) − ln(buyer's figure); freight and insurance alone leave {Numbers.Decimals(found.Expected.Low, 2)} to {Numbers.Decimals(found.Expected.High, 2)}. Norm: the flow's own mean to {found.NormUntil}. Phantom: exports that the buyer never saw, beyond the norm. Additional: exports above their mean to {found.NormUntil}. Euros; the dollar rose meanwhile, so changes in dollars are smaller.[/]");
        foreach (var name in found.Provenance.Coverage.MissingNames) terminal.Item("?", $"[yellow]{Terminal.Escape(name)}: the buyer's side is not held[/]", 3);
        SourceNotes.Write(terminal, found.Provenance, world.Catalog);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, MirrorFindings found, WorldEdition world) => JsonText.Document(terminal.Raw, "mirror", json =>
    {
        json.WriteString("exporters", found.Exporters);
        json.WriteNumber("norm_until", found.NormUntil);
        json.Real("expected_gap_low", found.Expected.Low);
        json.Real("expected_gap_high", found.Expected.High);
        json.Real("phantom_euros", found.Phantom);
        json.Real("phantom_by_pair_euros", found.PhantomByPair);
        json.Real("additional_euros", found.Additional);
        json.List("importers", found.Importers, buyer =>
        {
            json.State(world.States[buyer.Importer]);
            json.List("half_years", buyer.HalfYears, half =>
            {
                json.WriteNumber("year", half.Year);
                json.WriteNumber("half", half.Half);
                json.WriteNumber("months", half.Months);
                json.Real("euros", half.Euros);
                json.Real("change", half.Change);
            });
            if (buyer.Together is { } together) json.Object("together", () => Flow(json, together));
            else json.WriteNull("together");
            json.List("pairs", buyer.Pairs, pair =>
            {
                json.State(world.States[pair.Exporter]);
                Flow(json, pair);
            });
        });
        json.Provenance(found.Provenance, world.Catalog);
    });

    private static void Flow(Utf8JsonWriter json, MirrorFlow flow)
    {
        json.Real("norm", flow.Norm);
        json.List("years", flow.Years, year =>
        {
            json.WriteNumber("year", year.Year);
            json.Real("by_exporter_euros", year.ByExporter);
            json.Real("by_importer_euros", year.ByImporter);
            json.Real("gap", year.Gap);
            json.Real("abnormal", year.Abnormal);
            json.Real("phantom_euros", year.Phantom);
            json.Real("additional_euros", year.Additional);
            json.WriteString("masked", year.Masked);
        });
    }

    private static void Buyer(Terminal terminal, MirrorFindings found, MirrorOfImporter buyer, WorldEdition world)
    {
        terminal.Markup($"[bold]{Terminal.Escape(buyer.Name)}[/]  [dim]change on the same months of {found.NormUntil}: {Terminal.Escape(Halves(found, buyer))}[/]");
        if (buyer.Together is not { } together)
        {
            terminal.Markup("[yellow]The buyer's side is not held: gaps and phantoms are missing, not zero.[/]");
            return;
        }

        var table = new StackedTable("year", "sellers say", "buyer says", "gap", "abnormal", "phantom", "additional");
        foreach (var year in together.Years)
        {
            table.Row(
                year.Year.ToString(CultureInfo.InvariantCulture), Euros(year.ByExporter), Euros(year.ByImporter), Log(year.Gap), Log(year.Abnormal), Euros(year.Phantom), Euros(year.Additional));
        }

        table.Write(terminal);
        foreach (var year in together.Years.Where(year => year.Masked is not null)) terminal.Item($"? {year.Year.ToString(CultureInfo.InvariantCulture)}", $"[yellow]{Terminal.Escape(year.Masked!)}[/]", 6);
        var worst = buyer.Pairs.Select(pair => (Pair: pair, Phantom: pair.Years.Where(year => year.Year > found.NormUntil && double.IsFinite(year.Phantom)).Sum(year => year.Phantom))).Where(pair => pair.Phantom > 0).Take(TopPairs);
        terminal.Item("Most phantoms", Terminal.Escape(string.Join(", ", worst.Select(pair => $"{world.States[pair.Pair.Exporter].Name} {Euros(pair.Phantom)}"))), 13);
    }

    private static string Halves(MirrorFindings found, MirrorOfImporter buyer) => string.Join(", ", buyer.HalfYears.Where(half => half.Year > found.NormUntil).Select(half =>
        $"{half.Year}{(half.Half == 1 ? " first" : " second")} half{(half.Months < 6 ? $" ({half.Months} months)" : string.Empty)} {Numbers.Signed(half.Change, Unit.RelativeChange)}"));

    private static string Sentence(MirrorFindings found)
    {
        var buyers = found.Importers.Where(buyer => buyer.Together is not null).Select(buyer => buyer.Name).ToList();
        var names = buyers.Count == 1 ? buyers[0] : $"{string.Join(", ", buyers[..^1])} and {buyers[^1]}";
        return $"Of the exports of {found.Exporters} to {names} above their level to {found.NormUntil}, {Numbers.Format(found.Phantom / found.Additional, Unit.Share)} never arrived in the buyers' statistics ({Numbers.Format(found.PhantomByPair / found.Additional, Unit.Share)} seller by seller).";
    }

    private static string Euros(double euros) => double.IsFinite(euros) ? euros < 0 ? $"{Numbers.Minus}{Numbers.Whole((long)Math.Round(-euros * Million))}" : Numbers.Whole((long)Math.Round(euros * Million)) : "[dim]–[/]";

    private static string Log(double value) => double.IsFinite(value) ? Numbers.Decimals(value, 2) : "[dim]–[/]";
}
