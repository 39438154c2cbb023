using Entente.Models.Votes;
using Entente.Numerics.Similarity;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Figures;

/// <summary>Agreement and ideal points.</summary>
internal static class PositionAnswers
{
    /// <summary>Agreement of two parties in a year.</summary>
    public static FigureAnswer Agreement(FigureCall call)
    {
        var years = call.World.Votes.RollCalls.Select(rollCall => rollCall.Date.Year).Distinct().ToList();
        if (!years.Contains(call.Year())) return call.MissingYear("recorded votes", years);
        var (measure, votes) = (call.Choice("measure"), call.Choice("votes"));
        var (a, b) = (call.Party("a"), call.Party("b"));
        var main = Of(call, votes);
        if (main is null) return call.Missing($"{a.Label} and {b.Label} have no common vote in {call.Year()} among these.");
        return call.Answer(Figure(main, measure), $"{Label(measure)}, {Which(votes)}", Others());

        IEnumerable<FigureAlternative> Others()
        {
            var other = measure == "identical" ? "half-credit" : "identical";
            yield return new FigureAlternative(Label(other), call.IsGiven("measure") ? AlternativeStanding.Wider : AlternativeStanding.Plain, Figure(main, other));
            foreach (var selection in new[] { "all", "contested", "important" })
            {
                if (selection != votes && Of(call, selection) is { } narrower) yield return new FigureAlternative(Which(selection), AlternativeStanding.Wider, Figure(narrower, measure));
            }
        }

        Figure Figure(SimilaritySeries series, string which)
        {
            var period = series.Periods[0];
            var value = period[which == "identical" ? SimilarityMeasure.Identical : SimilarityMeasure.Agreement];
            return call.Figure($"agreement of {a.Label} and {b.Label} in {call.Year()}, {Label(which)}", value.Value, series.Provenance, value.Interval);
        }
    }

    private static SimilaritySeries? Of(FigureCall call, string votes)
    {
        try
        {
            var year = call.Year();
            return VoteSimilarity.Compute(call.World, call.Text("a")!, call.Text("b")!, new VoteSimilarityOptions
            {
                Selection = new RollCallSelection { Since = year, Until = year, WithoutUnanimous = votes == "contested", OnlyImportant = votes == "important" },
            });
        }
        catch (NoAnswerException)
        {
            return null;
        }
    }

    private static string Label(string measure) => measure == "identical" ? "share of identical votes" : "half credit for an abstention";

    private static string Which(string votes) => votes switch { "contested" => "without unanimous votes", "important" => "votes called important by the US State Department", _ => "all recorded votes" };

    /// <summary>The ideal point of a state.</summary>
    public static FigureAnswer Point(FigureCall call)
    {
        var state = call.State("state");
        return Find(call, state.Id) is not { } point
            ? call.MissingYear($"ideal point of {state.Name}", call.World.IdealPoints.Where(other => other.State == state.Id).Select(other => other.Year))
            : call.Answer(call.Figure($"ideal point of {state.Name} in {call.Year()}", point.Value, Provenance(call, $"ideal point of {state.Name}", point.Votes), new Interval(point.Low, point.High, .9), basis: Basis.Modelled));
    }

    /// <summary>The distance of two ideal points; without an interval, because the shipped intervals are those of single points, whose errors go together.</summary>
    public static FigureAnswer Distance(FigureCall call)
    {
        var (a, b) = (call.State("a"), call.State("b"));
        if (Find(call, a.Id) is not { } first || Find(call, b.Id) is not { } second)
        {
            var years = call.World.IdealPoints.Where(point => point.State == a.Id).Select(point => point.Year).Intersect(call.World.IdealPoints.Where(point => point.State == b.Id).Select(point => point.Year));
            return call.MissingYear($"ideal points of {a.Name} and {b.Name}", years);
        }

        return call.Answer(call.Figure(
            $"distance of the ideal points of {a.Name} and {b.Name} in {call.Year()}", Math.Abs(first.Value - second.Value), Provenance(call, $"distance of the ideal points of {a.Name} and {b.Name}", Math.Min(first.Votes, second.Votes)), basis: Basis.Modelled));
    }

    private static StateIdealPoint? Find(FigureCall call, int state) => call.World.IdealPoints.Where(point => point.State == state && point.Year == call.Year()).Select(point => (StateIdealPoint?)point).FirstOrDefault();

    private static Provenance Provenance(FigureCall call, string what, int votes) =>
        new(["entente-points", "unga-votes"], FormattableString.Invariant($"{what}, {call.Year()}, estimated from all recorded votes"), Coverage.Of(FormattableString.Invariant($"{votes} votes of the year, and those of the years around it")));
}
