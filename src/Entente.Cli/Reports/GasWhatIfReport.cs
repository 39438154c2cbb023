using System.Globalization;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Energy.WhatIf;
using Entente.Models.Strategy;
using Entente.World.Catalog;

namespace Entente.Cli.Reports;

/// <summary>Shows a gas what-if on one screen, or as JSON.</summary>
internal static class GasWhatIfReport
{
    private const int MostSuppliers = 8;
    private const int MostScarcities = 6;

    public static void Write(Terminal terminal, GasAnswer answer)
    {
        terminal.Title(answer.Question.Title, answer.IsLong ? "against January 2025, over a decade" : "against January 2025, within a year or two");
        terminal.Heading("Markets", "median, and from … to for 90 % of draws");
        var markets = Look.Table(Look.Names("market"), Look.Figures("price before"), Look.Figures("change, US$/MMBtu"), Look.Figures("change, %"), Look.Figures("buyers gain, bn US$"));
        foreach (var market in answer.Markets) markets.Row(Terminal.Escape(market.Name), Number(market.PriceBefore.Median), Band(market.Price, 1, "0.00"), Band(market.Relative, 100), Band(market.BuyersGain, 1));
        terminal.Write(markets);
        terminal.Heading("Suppliers", "a year");
        var suppliers = Look.Table(Look.Names("supplier"), Look.Figures("revenue before"), Look.Figures("change, bn US$"), Look.Figures("sales, bcm"), Look.Figures("to EU27, bcm"));
        foreach (var supplier in answer.Suppliers.OrderByDescending(supplier => Math.Abs(supplier.Revenue.Median)).Take(MostSuppliers))
        {
            suppliers.Row(Terminal.Escape(supplier.Name), Number(supplier.RevenueBefore.Median), Band(supplier.Revenue, 1), Band(supplier.Sales, 1), $"{Number(supplier.FlowsBefore[0].Median)} → {Number(supplier.Flows[0].Median)}");
        }

        terminal.Write(suppliers);
        Scarcities(terminal, answer);
        terminal.Line();
        var europe = answer.Markets[0].Price;
        terminal.Item("Error", string.Create(CultureInfo.InvariantCulture, $"[dim]Monte Carlo error of Europe's mean change {europe.MonteCarloError:0.000} US$/MMBtu[/]"));
        if (answer.Influence.Length > 0) terminal.Item("Matters", Terminal.Escape(string.Join(", ", answer.Influence.Take(3).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Assumption.Replace('_', ' ')} {Math.Max(0, row.Share) * 100:0} %")))) + " [dim]of the variance of Europe's price[/]");
        terminal.Item("Judgement", Terminal.Escape(string.Join(", ", answer.Assumptions.Where(assumption => assumption.IsJudgement).Select(assumption => assumption.Name.Replace('_', ' ')))));
        foreach (var caveat in answer.Caveats) terminal.Item("?", $"[yellow]{Terminal.Escape(caveat)}[/]");
        terminal.Item("Computed", string.Create(CultureInfo.InvariantCulture, $"[dim]spatial equilibrium, {answer.Draws:N0} draws, seed {answer.Seed}, {(answer.FailedDraws == 0 ? "none failed" : $"{answer.FailedDraws:N0} failed")}; conditions hold to {answer.WorstResidual:0e0}[/]"));
        terminal.Item("Sources", $"[dim]{Terminal.Escape(string.Join("; ", answer.Sources.Select(source => source.Publisher)))}[/]");
    }

    private static void Scarcities(Terminal terminal, GasAnswer answer)
    {
        if (answer.Scarcities.IsEmpty) return;
        terminal.Heading("What is scarce", "worth of one more unit of capacity, US$/MMBtu");
        var table = Look.Table(Look.Names("capacity"), Look.Figures("before"), Look.Figures("after"), Look.Figures("90 % of draws"));
        foreach (var one in answer.Scarcities.OrderByDescending(one => Math.Abs(one.After.Median - one.Before.Median)).Take(MostScarcities))
        {
            table.Row(Terminal.Escape(one.Name), Number(one.Before.Median), $"[bold]{Number(one.After.Median)}[/]", $"[dim]{Number(one.After.Low)}…{Number(one.After.High)}[/]");
        }

        terminal.Write(table);
        if (answer.Scarcities.Length > MostScarcities) terminal.Markup($"[dim]those that change most, of {answer.Scarcities.Length}; --json has all[/]");
    }

    public static void WriteJson(Terminal terminal, GasAnswer answer) => JsonText.Document(terminal.Raw, "gas-what-if", json =>
    {
        json.WriteString("key", answer.Question.Key);
        json.WriteString("title", answer.Question.Title);
        json.WriteString("horizon", answer.IsLong ? "long" : "short");
        json.WriteNumber("draws", answer.Draws);
        json.WriteNumber("seed", answer.Seed);
        json.WriteNumber("failed_draws", answer.FailedDraws);
        json.Real("residual", answer.WorstResidual);
        json.List("markets", answer.Markets, market =>
        {
            json.WriteString("name", market.Name);
            Spread(json, "price_before_usd_per_mmbtu", market.PriceBefore);
            Spread(json, "price_change_usd_per_mmbtu", market.Price);
            Spread(json, "price_change_share", market.Relative);
            Spread(json, "buyers_gain_billion_usd", market.BuyersGain);
        });
        json.List("suppliers", answer.Suppliers, supplier =>
        {
            json.WriteString("name", supplier.Name);
            Spread(json, "revenue_before_billion_usd", supplier.RevenueBefore);
            Spread(json, "revenue_change_billion_usd", supplier.Revenue);
            Spread(json, "sales_change_bcm", supplier.Sales);
            Spread(json, "capacity_price_usd_per_mmbtu", supplier.CapacityPrice);
            json.List("flows", answer.Markets.Select((market, m) => (market.Name, Before: supplier.FlowsBefore[m], After: supplier.Flows[m])), flow =>
            {
                json.WriteString("market", flow.Name);
                Spread(json, "before_bcm", flow.Before);
                Spread(json, "after_bcm", flow.After);
            });
        });
        json.List("scarcities", answer.Scarcities, one =>
        {
            json.WriteString("capacity", one.Name);
            Spread(json, "before_usd_per_mmbtu", one.Before);
            Spread(json, "after_usd_per_mmbtu", one.After);
        });
        json.List("influence", answer.Influence, row =>
        {
            json.WriteString("assumption", row.Assumption);
            json.Real("share_of_variance", row.Share);
            json.Real("standard_error", row.StandardError);
        });
        json.List("assumptions", answer.Assumptions, assumption =>
        {
            json.WriteString("name", assumption.Name);
            json.WriteString("distribution", assumption.Distribution.Describe());
            json.WriteString("source", assumption.Source);
            json.WriteBoolean("judgement", assumption.IsJudgement);
        });
        json.Texts("caveats", answer.Caveats);
        json.Texts("sources", answer.Sources.Select(source => source.Key));
        json.Provenance(answer.Provenance, new SourceCatalog(answer.Sources));
    });

    private static void Spread(Utf8JsonWriter json, string name, Spread spread) => json.Object(name, () =>
    {
        json.Real("median", spread.Median);
        json.Real("low", spread.Low);
        json.Real("high", spread.High);
        json.Real("mean", spread.Mean);
        json.Real("monte_carlo_error", spread.MonteCarloError);
    });

    private static string Band(Spread spread, double factor, string digits = "0.0") => !double.IsFinite(spread.Median) ? "[dim]missing[/]"
        : $"[bold]{Signed(spread.Median * factor, digits)}[/] [dim]{Signed(spread.Low * factor, digits)}…{Signed(spread.High * factor, digits)}[/]";

    private static string Signed(double value, string digits) => (Math.Round(value, digits.Length - 2) + 0.0).ToString($"+{digits};−{digits};{digits}", CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.0", CultureInfo.InvariantCulture) : "missing";
}
