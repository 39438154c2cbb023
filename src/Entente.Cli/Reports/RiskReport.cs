using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Panel;
using Entente.Models.Security.Hazards;
using Entente.World;
using Entente.World.States;

namespace Entente.Cli.Reports;

/// <summary>The hazards of one pair, with and without a change.</summary>
internal sealed record RiskAnswer(WorldEdition World, DisputeHazard Hazard, State A, State B, HazardForecast Forecast, State? Gone, HazardForecast? Changed);

/// <summary>Shows the hazards of one pair.</summary>
internal static class RiskReport
{
    public static void Write(Terminal terminal, RiskAnswer answer)
    {
        var forecast = answer.Forecast;
        terminal.Title($"{answer.A.Name} and {answer.B.Name}, {forecast.Year}", "probabilities with 90 % intervals; data, models and judgement");
        if (!forecast.Relevant) terminal.Markup("[yellow]The two are neither contiguous nor is one a major power: the estimate reaches beyond the pairs that it was made from.[/]");
        if (forecast.Year > forecast.DataEnd) terminal.Markup($"[yellow]Dispute data end in {forecast.DataEnd}. What followed is carried forward, with intervals that widen year by year.[/]");
        Table(terminal, forecast);
        if (answer.Changed is { } changed) Changed(terminal, answer.Gone!, forecast, changed);
        terminal.Heading("What each number rests on");
        foreach (var hazard in forecast.Outcomes) terminal.Item(Key(hazard.Outcome), Terminal.Escape(hazard.Basis), 11);
        Covariates(terminal, answer, forecast);
        Rivals(terminal, answer);
        Notes(terminal, answer);
        SourceNotes.WriteKeys(terminal, answer.Hazard.Read);
    }

    /// <summary>A probability with two significant digits.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–" : share switch
    {
        >= .0995 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %"),
        >= .00995 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %"),
        >= .000995 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.000} %"),
    };

    /// <summary>An interval.</summary>
    public static string Range(HazardProbability probability) => $"{Percent(probability.Low)[..^2]} – {Percent(probability.High)}";

    private static void Table(Terminal terminal, HazardForecast forecast)
    {
        var table = Look.Table(Look.Names("outcome"), Look.Figures($"in {forecast.Year}"), Look.Figures("90 %"), Look.Figures($"in {forecast.Years} years"), Look.Figures("90 %"), Look.Figures("base rate"), Look.Figures("model"), Look.Figures("own record"));
        foreach (var hazard in forecast.Outcomes)
        {
            table.Row(
                Terminal.Escape(Short(hazard.Outcome)), $"[bold]{Percent(hazard.Yearly.Mean)}[/]", Range(hazard.Yearly), $"[bold]{Percent(hazard.Horizon.Mean)}[/]", Range(hazard.Horizon), $"[dim]{Percent(hazard.BaseRate)}[/]",
                Percent(hazard.ModelRate), $"{hazard.Record.Count} in {hazard.Record.Years} y");
        }

        terminal.Write(table);
        terminal.Markup("[dim]Base rate: share of all politically relevant dyad-years since 1946. Model: for a pair like this one, without its own record. A grey-zone action is a threat or display of force that stays one; sabotage, cyber attacks and proxies are in no dispute data.[/]");
    }

    private static void Changed(Terminal terminal, State gone, HazardForecast before, HazardForecast after)
    {
        terminal.Heading($"Without the defence pacts of {gone.Name}", $"in {before.Year}");
        var table = Look.Table(Look.Names("outcome"), Look.Figures("with"), Look.Figures("without"), Look.Figures("90 %"), Look.Figures("ratio"));
        for (var at = 0; at < before.Outcomes.Length; at++)
        {
            var (with, without) = (before.Outcomes[at].Yearly, after.Outcomes[at].Yearly);
            table.Row(Terminal.Escape(Short(before.Outcomes[at].Outcome)), Percent(with.Mean), $"[bold]{Percent(without.Mean)}[/]", Range(without), string.Create(CultureInfo.InvariantCulture, $"{without.Mean / with.Mean:0.00}"));
        }

        terminal.Write(table);
        terminal.Markup("[dim]What pairs with less outside help did in the past, all else equal: states choose their allies where they expect trouble, so this is no experiment. Same draws on both sides.[/]");
    }

    private static void Covariates(Terminal terminal, RiskAnswer answer, HazardForecast forecast)
    {
        terminal.Heading("Covariates", string.Create(CultureInfo.InvariantCulture, $"{forecast.PeaceYears:0} years of peace before {Math.Min(forecast.Year, forecast.DataEnd + 1)}"));
        var parts = forecast.Covariates.Select(covariate => string.Create(
            CultureInfo.InvariantCulture,
            $"{Terminal.Escape(DyadCovariates.Name(covariate.Covariate))} {covariate.Value:0.##} ({(covariate.Carried ? $"[yellow]{covariate.Year}, carried[/]" : $"{covariate.Year}")})"));
        terminal.Markup(string.Join("; ", parts) + ".");
        if (!forecast.SeenSince.IsEmpty) terminal.Markup($"Armed conflict of the two since the data end (UCDP): {string.Join(", ", forecast.SeenSince)}; it sets the years of peace back and enters no record.");
        foreach (var leader in forecast.Leaders)
        {
            var age = leader.Age is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known} years old") : "age not known";
            terminal.Markup($"[dim]Leader of {Terminal.Escape(answer.World.States[leader.State].Name)} at the end of {forecast.Year - 1}: {age} in {forecast.Year}, {leader.YearsInOffice} years in office{(leader.Personalist is true ? ", personalist rule" : "")}.[/]");
        }
    }

    private static void Rivals(Terminal terminal, RiskAnswer answer)
    {
        var forecast = answer.Forecast;
        terminal.Heading("Rival views", "mixed into nothing above");
        if (forecast.Covariates.First(covariate => covariate.Covariate == DyadCovariate.BothNuclear).Value == 1)
        {
            var rates = NuclearBaseRates.Compute(answer.World);
            var total = rates.Total;
            terminal.Item("•", string.Create(CultureInfo.InvariantCulture, $"base rate of war of two nuclear powers 1949-2010: {total.Wars} in {total.Years:N0} dyad-years, {Percent(rates.WarRate.Mean)} a year (90 %: {Percent(rates.WarRate.Quantile(.05))} to {Percent(rates.WarRate.Quantile(.95))}; Jeffreys' prior)"), 1);
        }

        var pair = (forecast.A, forecast.B) == (2, 365);
        foreach (var prior in ExpertPriors.All.Where(prior => !prior.UnitedStatesRussiaOnly || pair))
        {
            terminal.Item("•", Terminal.Escape($"{prior.Statement} ({Percent(prior.PerYear)} a year{(prior.UnitedStatesRussiaOnly ? "" : ", whole world")}; {prior.Source})"), 1);
        }
    }

    private static void Notes(Terminal terminal, RiskAnswer answer)
    {
        terminal.Line();
        terminal.Markup("[dim]Leaders' age: the literature contradicts itself (Horowitz, McDermott and Stam 2005: older leaders fight more, reversed in personalist regimes; Bertoli, Dafoe and Trager: younger narrow winners more than twice as likely). The effect is centred on zero, sd 0.2 per decade; it widens intervals and moves nothing.[/]");
    }

    /// <summary>The name in a narrow column.</summary>
    public static string Short(HazardOutcome outcome) => outcome switch
    {
        HazardOutcome.Dispute => "any dispute",
        HazardOutcome.GreyZone => "grey zone",
        HazardOutcome.Force => "open attack",
        HazardOutcome.Fatal => "deaths",
        _ => "war",
    };

    private static string Key(HazardOutcome outcome) => Short(outcome);
}
