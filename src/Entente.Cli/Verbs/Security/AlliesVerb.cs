using System.CommandLine;
using Entente.Briefing.Charts;
using Entente.Cli.Reports.Security;
using Entente.Cli.Show;
using Entente.Models.Security.Hedging;
using Entente.Models.Security.Proliferation;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Cli.Verbs.Security;

/// <summary>How far can a patron's allies count on it, and what do they do about it?</summary>
internal static class AlliesVerb
{
    private const int MostDraws = 1_000_000;
    private const int MostThreads = 1024;

    public static Verb Build(Invocation invocation)
    {
        var patron = Arguments.Text("PATRON", "the state that guarantees, by any code or name");
        var strategy = Arguments.Text("--if", "STRATEGY", "a strategy of the patron, by name or file: before and after its moves");
        var only = Arguments.Text("--only", "PARTY", "narrow the table to a bloc, for example NATO");
        var of = Arguments.Text("--of", "STATE", "one ally's page: every aspect of its guarantee with value, year and source");
        var year = Arguments.Year("--year", "year (default: the strategy's start, or the newest with votes)");
        var scores = new Option<bool>("--scores") { Description = "how well the nuclear hazard calls eras that it did not see" };
        var draws = Arguments.Count("--draws", "random draws (default: 10,000)", 100, MostDraws);
        var seed = Arguments.Seed("--seed", "seed of the random streams (default: 1)");
        var threads = Arguments.Count("--threads", "threads to use (default: all); the result does not depend on it", 1, MostThreads);
        var output = Arguments.Text("--out", "FILE.svg", "also draw credibility and responses as a chart");
        var verb = new Verb("allies", "how far allies can count on a patron, and what they do: rely, arm, seek nuclear weapons, accommodate, or both")
        {
            Examples =
            [
                ("entente allies USA --if reverse-kissinger", "all allies before and after the moves of the strategy"),
                ("entente allies USA --of POL --if reverse-kissinger", "Poland alone, with every aspect of its guarantee"),
                ("entente allies USA --only NATO --year 2015", "the state of things in an earlier year"),
                ("entente allies USA --scores", "the nuclear hazard against eras that it did not see"),
            ],
        };
        verb.Add(patron);
        foreach (var option in new Option[] { strategy, only, of, year, scores, draws, seed, threads, output }) verb.Add(option);
        return verb.Does(invocation, session =>
        {
            var path = session.Get(output);
            if (path is not null) SvgFile.Check(path);
            var world = session.World;
            if (session.Get(scores))
            {
                AlliesScoresReport.Write(session, world, new NuclearPanel(world));
                return Program.Answered;
            }

            if (session.Get(of) is not null && session.Get(only) is not null) throw new InvalidInputException("--of shows one ally and --only a group; give one of them.");
            var file = session.Get(strategy) is { } named ? StrategyFile.Read(StrategyLibrary.Locate(named), world.States, world.Blocs) : null;
            var asked = session.Get(of) is { } single ? world.States.Resolve(single, session.Get(year) ?? file?.Start).Name : session.Get(only);
            var options = new AllyStudyOptions { Year = session.Get(year), Only = asked };
            if (session.Get(draws) is { } count) options = options with { Draws = count };
            if (session.Get(seed) is { } start) options = options with { Seed = start };
            if (session.Get(threads) is { } most) options = options with { Threads = most };
            var progress = new DrawProgress(session.Terminal, options.Draws);
            var study = AllyStudy.Run(world, world.States.Resolve(session.Get(patron), options.Year ?? file?.Start).Id, file, options, progress, session.Cancellation);
            session.Terminal.ClearProgress();
            session.Cancellation.ThrowIfCancellationRequested();
            if (path is not null) SvgFile.Write(path, AllyCharts.Responses(study), world.Catalog, study.Provenance);
            if (session.Json) AlliesJson.Write(session.Terminal, study, world);
            else if (session.Get(of) is not null) AlliesReport.WriteOne(session.Terminal, study, world);
            else AlliesReport.Write(session.Terminal, study, world);
            return Program.Answered;
        });
    }
}
