using System.CommandLine;
using Entente.Cli.Reports;
using Entente.Cli.Show;
using Entente.Models.Security.Hazards;
using Entente.World;
using Entente.World.States;

namespace Entente.Cli.Verbs;

/// <summary>How likely are disputes and war between two states?</summary>
internal static class RiskVerb
{
    private const int DefaultYear = 2025;
    private const int DefaultYears = 10;

    public static Verb Build(Invocation invocation)
    {
        var states = new Argument<string[]>("STATE") { Description = "two states (none with --named or --scores)", HelpName = "STATE", Arity = ArgumentArity.ZeroOrMore };
        var year = Arguments.Year("--year", $"the year asked about (default: {DefaultYear})");
        var years = Arguments.Count("--years", $"length of the horizon, that year included (default: {DefaultYears})", 1, 50);
        var without = Arguments.Text("--without-pact", "STATE", "the state whose defence pacts no longer hold, to compare");
        var coding = Arguments.Text("--coding", "CODING", "coding of disputes: gml to 2010 or cow to 2014 (default: gml)");
        var named = new Option<bool>("--named") { Description = "all named pairs: nuclear powers, Russia and NATO, Indo-Pacific" };
        var scores = new Option<bool>("--scores") { Description = "how well the model forecasts years that it has not seen" };
        var file = Arguments.Text("--out", "FILE", "write the named pairs as a chart (.svg) or a table (.md)");
        var seed = Arguments.Seed("--seed", "seed of the draws (default: 1)");
        var verb = new Verb("risk", "how likely are threats, uses of force and war between two states, with base rate, own record and interval")
        {
            Examples =
            [
                ("entente risk USA RUS --year 2025", "one pair, by outcome, for a year and over ten years"),
                ("entente risk RUS POL --without-pact USA", "what dropping the American guarantee does to it"),
                ("entente risk --named --out named.svg", "all named pairs, as a table and as a chart"),
                ("entente risk --scores", "out-of-sample scores against the base rate and the last decade"),
            ],
        };
        verb.Add(states);
        foreach (var option in new Option[] { year, years, without, coding, named, scores, file, seed }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var call = new RiskCall(session.Get(states) ?? [], session.Get(year) ?? DefaultYear, session.Get(years) ?? DefaultYears, session.Get(without), session.Get(named), session.Get(scores), session.Get(file));
            call.Check();
            var pair = call.States.Length == 2 ? Pair(session.World, call) : null;
            var gone = call.Without is { } name ? session.World.States.Resolve(name, call.Year) : null;
            var progress = new StepProgress(session.Terminal);
            progress.Report("estimate the hazards of five outcomes");
            var hazard = DisputeHazard.Estimate(session.World, new HazardOptions { Coding = session.Get(coding) ?? "gml", Seed = session.Get(seed) ?? 1 });
            session.Cancellation.ThrowIfCancellationRequested();
            if (call.Scores) Scores(session, hazard, progress);
            else if (call.Named) Named(session, hazard, call, progress);
            else One(session, hazard, call, pair!.Value, gone);
            return Program.Answered;
        });
    }

    private static (State A, State B)? Pair(WorldEdition world, RiskCall call)
    {
        var (a, b) = (world.States.Resolve(call.States[0], call.Year), world.States.Resolve(call.States[1], call.Year));
        return a.Id == b.Id ? throw new InvalidInputException($"{a.Name} is named twice; name two different states.") : (a, b);
    }

    private static void One(Session session, DisputeHazard hazard, RiskCall call, (State A, State B) pair, State? gone)
    {
        var forecast = hazard.Evaluate(pair.A.Id, pair.B.Id, call.Year, call.Years);
        var changed = gone is null ? null : hazard.Evaluate(pair.A.Id, pair.B.Id, call.Year, call.Years, new HazardChanges { WithoutPactsOf = gone.Id });
        session.Terminal.ClearProgress();
        var answer = new RiskAnswer(session.World, hazard, pair.A, pair.B, forecast, gone, changed);
        if (session.Json) RiskJson.Write(session.Terminal, answer);
        else RiskReport.Write(session.Terminal, answer);
    }

    private static void Named(Session session, DisputeHazard hazard, RiskCall call, StepProgress progress)
    {
        var answers = new List<(string Group, HazardForecast Forecast)>();
        foreach (var (a, b, group) in NamedDyads.All)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            progress.Report($"{session.World.States[a].Name} and {session.World.States[b].Name}");
            answers.Add((group, hazard.Evaluate(a, b, call.Year, call.Years)));
        }

        session.Terminal.ClearProgress();
        if (call.File is { } path) RiskFile.Write(path, session.World, hazard, answers);
        if (session.Json) RiskJson.WriteNamed(session.Terminal, session.World, hazard, answers);
        else RiskNamedReport.Write(session.Terminal, session.World, hazard, answers);
    }

    private static void Scores(Session session, DisputeHazard hazard, StepProgress progress)
    {
        progress.Report("forecast from 1975, 1980, … five years ahead");
        var scores = HazardScoring.Run(hazard);
        progress.Report("refit a published estimate");
        var published = DangerousDyads.Estimate(session.World);
        session.Terminal.ClearProgress();
        if (session.Json) RiskJson.WriteScores(session.Terminal, session.World, hazard, scores, published);
        else RiskScoresReport.Write(session.Terminal, session.World, hazard, scores, published);
    }
}

/// <summary>What the caller asked.</summary>
internal sealed record RiskCall(string[] States, int Year, int Years, string? Without, bool Named, bool Scores, string? File)
{
    public void Check()
    {
        if (Named && Scores) throw new InvalidInputException("--named and --scores are two questions; ask one at a time.");
        if ((Named || Scores) && States.Length > 0) throw new InvalidInputException($"{(Named ? "--named" : "--scores")} goes with no states; leave {States[0]} out.");
        if (!Named && !Scores && States.Length != 2) throw new InvalidInputException($"Risk is between two states, and {States.Length} {(States.Length == 1 ? "is" : "are")} named; write two, such as USA RUS, or --named.");
        if (Year < 1946) throw new InvalidInputException($"{Year} is before 1946, the first year of the panel; choose 1946 or later.");
        if (Year > 2060) throw new InvalidInputException($"{Year} is too far ahead: covariates would be carried for decades; choose a year up to 2060.");
        if (File is not null && !Named) throw new InvalidInputException("--out writes the named pairs; add --named.");
        if (Without is not null && (Named || Scores)) throw new InvalidInputException("--without-pact goes with two states.");
        if (File is { } path) RiskFile.Check(path);
    }
}
