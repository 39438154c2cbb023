using System.Collections.Immutable;
using Entente.Briefing.Charts;
using Entente.Models.Alignment;
using Entente.Models.Security.Ties;
using Entente.Models.Trade.Dependence;
using Entente.World;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Cli.Verbs.Briefs;

/// <summary>A pair of states in one picture.</summary>
internal static class ChartDyadVerb
{
    public static Verb Build(Invocation invocation)
    {
        var (call, (since, until)) = (new ChartCall(), ChartSeriesVerbs.Span());
        var (first, second) = (Arguments.Text("A", "a state, by any code or name"), Arguments.Text("B", "the other state"));
        var verb = new Verb("dyad", "votes, positions, trade both ways, treaties and disputes of two states, in one picture over the same years")
        {
            Examples = [("entente chart dyad RUS CHN --out pair.png", "the last 35 years"), ("entente chart dyad USA KOR --since 1950 --out pair.svg", "from 1950 on")],
        };
        return call.Make(verb, invocation, [first, second, since, until], session =>
        {
            var world = session.World;
            var (from, to) = ChartSeriesVerbs.Years(session, since, until);
            var (a, b) = (world.States.Resolve(session.Get(first), to), world.States.Resolve(session.Get(second), to));
            if (a.Id == b.Id) throw new InvalidInputException($"Both names mean {a.Name}; name two states.");
            var votes = Held(() => VoteAgreement.Compute(world, Name(a), Name(b), from, to));
            var (aOnB, bOnA) = (Held(() => DependenceOverTime.Compute(world, Name(a), Name(b))), Held(() => DependenceOverTime.Compute(world, Name(b), Name(a))));
            var ties = SecurityTieReader.Read(world, a, b, from, to);
            ImmutableArray<World.Votes.StateIdealPoint> Points(State state) => [.. world.IdealPoints.Where(point => point.State == state.Id && point.Year >= from && point.Year <= to)];
            var picture = new DyadPicture(a.Name, b.Name, from, to, votes, Points(a), Points(b), aOnB, bOnA, ties);
            var parts = new[] { votes?.Provenance, aOnB?.Provenance, bOnA?.Provenance, ties.Provenance }.OfType<Provenance>().ToList();
            var provenance = new Provenance(
                [.. parts.SelectMany(part => part.Sources).Append("entente-points").Distinct()], string.Join("; ", parts.Select(part => part.Query)),
                new Coverage(string.Join("; ", parts.Select(part => part.Coverage.Statement).Distinct()), null, null, [.. parts.SelectMany(part => part.Coverage.MissingNames.IsDefault ? [] : part.Coverage.MissingNames).Distinct()]));
            return DrawnChart.Of(DyadCharts.Panel(picture), provenance, world.Catalog);
        });
    }

    // What is not held of a pair leaves its plot empty, and the plot says so; the other plots stay.
    private static T? Held<T>(Func<T> compute)
        where T : class
    {
        try
        {
            return compute();
        }
        catch (NoAnswerException)
        {
            return null;
        }
    }

    private static string Name(State state) => state.Name;
}
