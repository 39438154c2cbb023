using System.Collections.Immutable;
using System.Globalization;
using Entente.Cli.Show;
using Entente.Cli.Verbs.Strategies;
using Entente.Models.Wedges;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Strategies;

/// <summary>Shows the record of wedge attempts.</summary>
internal static class CasesReport
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void WriteList(Terminal terminal, ImmutableArray<WedgeCase> cases, int all)
    {
        var (success, partial) = (cases.Count(one => one.Outcome == WedgeOutcome.Success), cases.Count(one => one.Outcome == WedgeOutcome.Partial));
        terminal.Title("Wedge attempts", $"{cases.Length} of {all}: {success} success, {partial} partial, {cases.Length - success - partial} failure; mean {cases.Average(one => one.Score).ToString("0.00", Invariant)}");
        var table = Look.Table(Look.Names("from"), Look.Names("outcome"), Look.Words("divider → target, from partner"), Look.Names("goal"), Look.Names("key"));
        foreach (var one in cases) table.Row(one.From, Outcome(one.Outcome), Terminal.Escape($"{one.DividerName} → {one.TargetName}, from {one.PartnerName}"), one.Goal, one.Key);
        terminal.Write(table);
        terminal.Markup("[dim]Outcomes and the choice of cases are judgement: a list of attempts that somebody remembers is no random sample, and successes are remembered better. 'entente cases KEY' shows a page.[/]");
        SourceNotes.Write(terminal, WedgeLibrary.Grounds(cases, all), new SourceCatalog([]));
    }

    public static void WritePage(Terminal terminal, WorldEdition world, CodedCase coded)
    {
        var one = coded.Case;
        terminal.Title(one.Title, $"{one.DividerName} → {one.TargetName}, from {one.PartnerName}; {one.From} to {one.To}");
        terminal.Item("Goal", $"{one.Goal}, by {one.Means}");
        terminal.Item("Outcome", $"{Outcome(one.Outcome)} [dim](confidence {one.Confidence}{(one.CodedLater ? "; added later" : "")})[/]");
        terminal.Item("Offer", Terminal.Escape(one.Offer));
        terminal.Item("Result", Terminal.Escape(one.Result));
        terminal.Item("Grade", Terminal.Escape(one.Grade));
        terminal.Heading("Measured before it began", string.Create(Invariant, $"by script, from data to {coded.Covariates.Year}: {CasePage.States(world, one.Divider)} → {CasePage.States(world, one.Target)} | {CasePage.States(world, one.Partner)}"));
        Covariates(terminal, coded.Covariates);
        terminal.Heading("Judged by a coder who knew the outcome", "these codes illustrate; the model does not see them");
        terminal.Markup(Terminal.Escape(string.Join("; ", CasePage.Judged(one.Judgement).Select(pair => $"{pair.Name} {pair.Value}"))) + ".");
        foreach (var source in one.Sources) terminal.Item("Source", Terminal.Escape(source.Text) + $"[dim]{CasePage.Memory(source)}[/]");
        SourceNotes.Write(terminal, Grounds([coded]), world.Catalog);
    }

    public static void WriteScores(Terminal terminal, ReferenceClass reference, SourceCatalog catalog)
    {
        terminal.Title("Does the record tell anything?", $"{reference.Complete} of {reference.Cases.Length} attempts with all covariates measured before they began; base rate {reference.BaseRate.ToString("0.00", Invariant)}");
        terminal.Item(reference.BeatsBaseRate ? "Yes" : "No", Verdict(reference));
        ScoresTable(terminal, reference);
        terminal.Heading("Slopes", "change of the log-odds of success per standard deviation; priors normal with sd 1; four coefficients with the constant");
        var slopes = Look.Table(Look.Words("covariate"), Look.Figures("effect"), Look.Figures("90 %"));
        foreach (var slope in reference.Slopes) slopes.Row(slope.Name, Signed(slope.Effect), $"{Signed(slope.Interval.Low)} to {Signed(slope.Interval.High)}");
        terminal.Write(slopes);
        terminal.Markup("[dim]The coder's own codes score better because they were given by one who knew how each attempt ended: this is what hindsight is worth, not skill.[/]");
        SourceNotes.Write(terminal, reference.Provenance, catalog);
    }

    public static void ScoresTable(Terminal terminal, ReferenceClass reference)
    {
        var table = Look.Table(Look.Names("scheme"), Look.Words("forecaster"), Look.Figures("Brier"), Look.Figures("log score"), Look.Figures("gain on base rate"), Look.Figures("90 %"));
        foreach (var score in reference.Scores)
        {
            table.Row(score.Scheme, Terminal.Escape(score.Forecaster), score.Brier.ToString("0.000", Invariant), score.Log.ToString("0.000", Invariant), Signed(score.LogGain), score.LogGain == 0 ? "–" : $"{Signed(score.LogGainInterval.Low)} to {Signed(score.LogGainInterval.High)}");
        }

        terminal.Write(table);
    }

    public static string Verdict(ReferenceClass reference)
    {
        var model = reference.Scores.Where(score => score.Forecaster == "model of measured covariates").ToList();
        var clear = model.All(score => score.LogGainInterval.Low > 0);
        return reference.BeatsBaseRate
            ? $"the model of measured covariates beats the base rate in cases and in eras that it has not seen, {(clear ? "clearly" : "but the intervals of the gains include zero")}; it is used."
            : "the model of measured covariates does not beat the base rate in cases and in eras that it has not seen; the base rate is used, with wide intervals.";
    }

    public static void WriteLike(Terminal terminal, WorldEdition world, LikeAnswer answer)
    {
        var (reference, forecast) = (answer.Reference, answer.Forecast);
        terminal.Title($"{answer.Divider} → {answer.Target}, from {answer.Partner}, {answer.Year}", "the record of past attempts as a reference class");
        terminal.Item("Probability", string.Create(Invariant, $"[bold]{forecast.Probability:P0}[/] (90 %: {forecast.Interval.Low:P0} to {forecast.Interval.High:P0}), by {(forecast.ByModel ? "the model of measured covariates" : "the base rate")}; a partial success counts as a half"));
        terminal.Item("Why", Verdict(reference));
        var (model, band) = reference.ByModel(answer.Covariates);
        if (!forecast.ByModel && double.IsFinite(model)) terminal.Item("Model", string.Create(Invariant, $"[dim]the model alone would say {model:P0} ({band.Low:P0} to {band.High:P0})[/]"));
        terminal.Heading("What each covariate does", "in standard deviations of past attempts, and its part of the log-odds in the model");
        var table = Look.Table(Look.Words("covariate"), Look.Figures("value"), Look.Figures("standardised"), Look.Figures("log-odds"));
        foreach (var (name, value, standardised, logOdds) in forecast.Parts) table.Row(name, Signed(value), Signed(standardised), Signed(logOdds));
        terminal.Write(table);
        Covariates(terminal, answer.Covariates);
        terminal.Heading("Nearest past attempts", "by the three covariates of the model");
        var nearest = Look.Table(Look.Figures("distance"), Look.Names("from"), Look.Names("outcome"), Look.Words("attempt"), Look.Names("key"));
        foreach (var (one, distance) in answer.Nearest) nearest.Row(distance.ToString("0.00", Invariant), one.Case.From, Outcome(one.Case.Outcome), Terminal.Escape($"{one.Case.DividerName} → {one.Case.TargetName}, from {one.Case.PartnerName}"), one.Case.Key);
        terminal.Write(nearest);
        SourceNotes.Write(terminal, reference.Provenance, world.Catalog);
    }

    private static void Covariates(Terminal terminal, WedgeCovariates covariates)
    {
        var table = Look.Table(Look.Words("covariate"), Look.Figures("value"));
        foreach (var (name, value, format) in CasePage.Measured(covariates)) table.Row(name, double.IsNaN(value) ? "[dim]not held[/]" : CasePage.Value(value, format));
        terminal.Write(table);
        foreach (var note in covariates.Notes.Distinct()) terminal.Item("?", $"[yellow]{Terminal.Escape(note)}[/]");
    }

    /// <summary>What pages of cases rest on: the files, and the sources of what is measured.</summary>
    internal static Provenance Grounds(ImmutableArray<CodedCase> cases)
    {
        var measured = cases.SelectMany(one => CasePage.Measured(one.Covariates).Select(covariate => (one.Case.Key, covariate.Name, covariate.Value))).ToList();
        ImmutableArray<string> missing = [.. measured.Where(one => double.IsNaN(one.Value)).Select(one => cases.Length == 1 ? one.Name : $"{one.Key}: {one.Name}")];
        return new Provenance(
            WedgeCoder.Sources, $"covariates of {string.Join(", ", cases.Select(one => one.Case.Key))} from the years before the first move",
            new Coverage($"{measured.Count - missing.Length} of {measured.Count} covariates held; outcome and codes are judgement", measured.Count - missing.Length, missing.Length, missing))
        { Documents = WedgeLibrary.Documents(cases.Select(one => one.Case)) };
    }

    private static string Outcome(WedgeOutcome outcome) => outcome switch { WedgeOutcome.Success => "[green]success[/]", WedgeOutcome.Partial => "[yellow]partial[/]", _ => "[red]failure[/]" };

    private static string Signed(double value) => double.IsNaN(value) ? "–" : value.ToString("+0.00;-0.00;0.00", Invariant);
}
