using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Cli.Verbs.Alignment;
using Entente.Models.Alignment;
using Entente.Models.Trade.Conduits;
using Entente.Models.Trade.Dependence;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>Charts of years: votes, trade, positions.</summary>
internal static class ChartSeriesVerbs
{
    private const int DefaultYears = 35;
    private const int MostLines = 6;

    public static Verb Align(Invocation invocation)
    {
        var (call, (since, until)) = (new ChartCall(), Span());
        var parties = Many("PARTY", "two states or blocs, or more: the first with each of the others");
        var verb = new Verb("align", "how alike two states or blocs vote, or one with several, year by year")
        {
            Examples = [("entente chart align RUS CHN --since 1991 --out votes.png", "a pair, with its band"), ("entente chart align USA GBR KOR IND --out votes.svg --dark", "one with several"), ("entente chart align RUS CHN --out votes.csv", "the numbers behind it")],
        };
        return call.Make(verb, invocation, [parties, since, until], session =>
        {
            var named = Named(session, parties, 2, "align", "A B");
            var (first, last) = Years(session, since, until);
            var series = named.Skip(1).Select(other => VoteAgreement.Compute(session.World, named[0], other, first, last)).ToImmutableArray();
            ImmutableArray<string> sources = [.. series.SelectMany(one => one.Provenance.Sources).Distinct()];
            var provenance = series.Length == 1
                ? series[0].Provenance
                : new Provenance(sources, string.Join("; ", series.Select(one => one.Provenance.Query)), new Coverage(string.Join("; ", series.Select(one => $"{one.B}: {one.Provenance.Coverage.Statement}")), null, null, [.. series.SelectMany(one => one.Provenance.Coverage.MissingNames).Distinct()]));
            return DrawnChart.Of(AlignmentCharts.Agreement(series), provenance, session.World.Catalog);
        });
    }

    public static Verb Depend(Invocation invocation)
    {
        var (call, (since, until)) = (new ChartCall(), Span());
        var party = Arguments.Text("A", "a state or bloc, by any code or name");
        var on = Arguments.Text("--on", "B", "the party that it depends on");
        on.Required = true;
        var indirect = new Option<bool>("--indirect") { Description = "imports only, with what came through third states" };
        var verb = new Verb("depend", "what one party is to another in goods trade, year by year")
        {
            Examples = [("entente chart depend RUS --on CHN --since 2000 --out trade.png", "shares of imports and exports, with the half marked"), ("entente chart depend RUS --on CHN --indirect --out imports.svg", "imports under every denominator, and through third states")],
        };
        return call.Make(verb, invocation, [party, on, since, until, indirect], session =>
        {
            var (world, a, b) = (session.World, session.Get(party), session.Get(on)!);
            if (session.Get(indirect))
            {
                var supply = IndirectSupply.Compute(world, a, b, session.Get(since), session.Get(until), new ConduitOptions());
                return DrawnChart.Of(DependenceCharts.Imports(supply), supply.Provenance, world.Catalog);
            }

            var series = DependenceOverTime.Compute(world, a, b, session.Get(since), session.Get(until));
            return DrawnChart.Of(DependenceCharts.Shares(series), series.Provenance, world.Catalog);
        });
    }

    public static Verb Points(Invocation invocation)
    {
        var (call, (since, until)) = (new ChartCall(), Span());
        var states = Many("STATE", "states, by any code or name");
        var verb = new Verb("points", "where states stand by their votes, year by year, as the store holds it ('entente points' estimates anew)")
        {
            Examples = [("entente chart points USA RUS CHN --since 1990 --out points.svg", "three states with their intervals")],
        };
        return call.Make(verb, invocation, [states, since, until], session =>
        {
            var named = Named(session, states, 1, "points", "USA RUS");
            var world = session.World;
            var (first, last) = Years(session, since, until);
            foreach (var name in named) PointsVerb.RefuseBloc(world, name, last);
            var held = named.Select(name => world.States.Resolve(name, last)).Select(state => (state.Name, world.IdealPoints.Where(point => point.State == state.Id && point.Year >= first && point.Year <= last).ToImmutableArray())).ToImmutableArray();
            if (held.All(one => one.Item2.IsEmpty)) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"No ideal points of {AndList(held.Select(one => one.Name))} are held from {first} to {last}."));
            var missing = held.Sum(one => last - first + 1 - one.Item2.Length);
            var provenance = new Provenance(["entente-points"], string.Create(CultureInfo.InvariantCulture, $"ideal points of {AndList(held.Select(one => one.Name))}, {first} to {last}"), new Coverage(string.Create(CultureInfo.InvariantCulture, $"{held.Sum(one => one.Item2.Length)} state-years"), held.Sum(one => one.Item2.Length), missing, []));
            return DrawnChart.Of(IdealPointCharts.Held(held, first, last, provenance), provenance, world.Catalog);
        });
    }

    /// <summary>The first and the last year that can be asked for.</summary>
    public static (Option<int?> Since, Option<int?> Until) Span() =>
        (Arguments.Year("--since", "first year"), Arguments.Year("--until", "last year (default: the newest held)"));

    /// <summary>A span within the votes that are held.</summary>
    public static (int First, int Last) Years(Session session, Option<int?> since, Option<int?> until, int back = DefaultYears)
    {
        var calls = session.World.Votes.RollCalls;
        var (oldest, newest) = (calls[0].Date.Year, calls[^1].Date.Year);
        var last = session.Get(until) ?? newest;
        var first = session.Get(since) ?? Math.Max(oldest, last - back + 1);
        return first <= last && first >= oldest && last <= newest ? (first, last) : throw new InvalidInputException($"Recorded votes are held from {oldest} to {newest}; the span {first} to {last} is not one within them.");
    }

    private static Argument<string[]> Many(string name, string description) => new(name) { Description = description, HelpName = name, Arity = ArgumentArity.ZeroOrMore };

    private static string[] Named(Session session, Argument<string[]> argument, int least, string verb, string example)
    {
        var named = session.Get(argument) ?? [];
        if (named.Length < least) throw new InvalidInputException($"chart {verb} needs {(least == 1 ? "a state" : "two parties")} at least; for example 'entente chart {verb} {example} --out chart.svg'.");
        if (named.Length > MostLines + least - 1) throw new InvalidInputException($"chart {verb} draws at most {MostLines} lines, which is as many as can be told apart; name fewer.");
        if (named.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new InvalidInputException($"{twice.Key} is named twice; name each once.");
        return named;
    }

    private static string AndList(IEnumerable<string> names) => string.Join(", ", names);
}
