using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Coalitions.Camps;

/// <summary>
/// Camps among states with membership probabilities: all ideal points of a year are drawn from their intervals, the line is divided anew in each draw, and the share of the draws in which a state is in a camp is the
/// probability that it belongs there; draws that fall into other camps altogether are counted apart. Camps are numbered by their order on the line, so that labels agree across draws by construction.
/// </summary>
public static class CampModel
{
    /// <summary>Most camps.</summary>
    public const int MostCamps = 6;
    private const double NormalWidth = 1.6448536269514722;
    private const double Same = .8;

    // The United States, China, Russia, Britain, Germany (West Germany), France, India, Brazil: the first three that surely belong to a camp name it.
    private static readonly ImmutableArray<int> Anchors = [2, 710, 365, 200, 255, 260, 220, 750, 140];

    /// <summary>The camps of a year.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="question">What is asked; null for the defaults.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The number of camps is out of range.</exception>
    /// <exception cref="NoAnswerException">Too few states have enough votes in the year.</exception>
    public static CampTable Run(WorldEdition world, int year, CampQuestion? question = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var asked = question ?? new CampQuestion();
        var members = asked.Members is { } named ? string.Join(' ', named) : null;
        return Known.Get(world, (year, members, asked with { Members = null }), _ => Divide(world, year, asked, cancellation));
    }

    // A thousand draws and the variants take half a second; a comparison of years asks for both of them again.
    private static readonly EditionMemo<(int Year, string? Members, CampQuestion Question), CampTable> Known = new(8);

    private static CampTable Divide(WorldEdition world, int year, CampQuestion question, CancellationToken cancellation)
    {
        if (question.Camps is < 2 or > MostCamps) throw new InvalidInputException($"{question.Camps} camps cannot be asked for; choose 2 to {MostCamps}.");
        if (question.Draws is < 1 or > 1_000_000) throw new InvalidInputException($"{question.Draws} draws cannot be made; choose 1 to 1,000,000.");
        ImmutableArray<StateIdealPoint> all = [.. world.IdealPoints.Where(point => point.Year == year && (question.Members is not { } members || members.Contains(point.State)))];
        ImmutableArray<StateIdealPoint> points = [.. all.Where(point => point.Votes >= question.LeastVotes).OrderBy(point => point.Value).ThenBy(point => point.State)];
        var least = Math.Max(4, question.Camps is { } wanted ? wanted + 1 : 0);
        if (points.Length < least) throw new NoAnswerException(Refusal(world, year, question, all.Length, points.Length, least));
        double[] values = [.. points.Select(point => point.Value)];
        var (bic, chosen) = Choose(values);
        var camps = question.Camps ?? Math.Max(2, chosen);
        double[] spreads = [.. points.Select(point => (point.High - point.Low) / (2 * NormalWidth))];
        var (probabilities, cuts, elsewhere) = Draw(values, spreads, camps, question, cancellation);
        ImmutableArray<CampMember> placed =
        [
            .. points.Select((point, i) => new CampMember(point.State, world.States[point.State].Name, point.Value, new Interval(point.Low, point.High, .9), point.Votes, [.. Enumerable.Range(0, camps).Select(c => probabilities[(i * camps) + c])])),
        ];
        var choice = question.Camps is not null ? $"{camps} camps were asked for; BIC of mixtures prefers {(chosen == 1 ? "one: the states fall into no camps" : chosen)}."
            : chosen == 1 ? "BIC prefers one normal distribution: the states fall into no camps, and two are shown all the same." : $"BIC of mixtures prefers {chosen} of 1 to {bic.Length}.";
        return new CampTable(
            year, question, Label(placed, camps, world), placed, cuts, bic, CampVariants.All(world, year, placed, values, camps, question.Method, cancellation),
            [.. all.Where(point => point.Votes < question.LeastVotes).Select(point => world.States[point.State].Name)], choice, Source(year, question, points.Length))
        { Elsewhere = elsewhere };
    }

    /// <summary>How camps changed between two years; both are divided into as many camps as the later one.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="now">Camps of the later year.</param>
    /// <param name="before">The earlier year.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static CampComparison Compare(WorldEdition world, CampTable now, int before, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(now);
        var count = now.Camps.Length;
        var then = Run(world, before, now.Question with { Camps = count }, cancellation);
        var (old, recent) = (then.Members.ToDictionary(member => member.State), now.Members.ToDictionary(member => member.State));
        var (counts, moves) = (new int[count * count], new List<CampMove>());
        foreach (var member in now.Members)
        {
            if (!old.TryGetValue(member.State, out var was)) continue;
            counts[(was.Camp * count) + member.Camp]++;
            if (was.Camp != member.Camp) moves.Add(new CampMove(was, member));
        }

        return new CampComparison(
            then, now, [.. counts], [.. moves.OrderByDescending(move => Math.Min(move.Before.Probability, move.Now.Probability)).ThenBy(move => move.Now.State)],
            [.. then.Members.Where(member => !recent.ContainsKey(member.State)).Select(member => member.Name)], [.. now.Members.Where(member => !old.ContainsKey(member.State)).Select(member => member.Name)]);
    }

    /// <summary>The years in which most states have enough votes.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="leastVotes">Votes that are enough.</param>
    public static ImmutableArray<int> Years(WorldEdition world, int leastVotes = 10)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.IdealPoints.GroupBy(point => point.Year).Where(year => 2 * year.Count(point => point.Votes >= leastVotes) > year.Count()).Select(year => year.Key).Order()];
    }

    /// <summary>The division of values on a line: camp of each, numbered from the low end.</summary>
    /// <param name="values">Values in any order.</param>
    /// <param name="camps">Number of camps.</param>
    /// <param name="method">How.</param>
    /// <returns>Camp of each value, and the points where neighbouring camps part.</returns>
    internal static (int[] Camps, double[] Cuts) Divide(ReadOnlySpan<double> values, int camps, CampMethod method)
    {
        var (sorted, order) = (values.ToArray(), new int[values.Length]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order);
        var (of, cuts) = (new int[values.Length], new double[camps - 1]);
        Array.Fill(cuts, double.NaN);
        var starts = method == CampMethod.LeastSquares ? LineClusters.Split(sorted, camps) : [];
        var mixture = method == CampMethod.Mixture ? LineMixture.Fit(sorted, camps, rounds: 100) : null;
        for (var (i, camp) = (0, 0); i < sorted.Length; i++)
        {
            var before = camp;
            if (mixture is not null) camp = mixture.Of(sorted[i]);
            else while (camp + 1 < camps && i >= starts[camp + 1]) camp++;
            of[order[i]] = camp;
            for (var cut = before; cut < camp; cut++) cuts[cut] = i == 0 ? sorted[0] : (sorted[i - 1] + sorted[i]) / 2;
        }

        return (of, cuts);
    }

    private static (double[] Probabilities, ImmutableArray<(double, Interval)> Cuts, double Elsewhere) Draw(double[] values, double[] spreads, int camps, CampQuestion question, CancellationToken cancellation)
    {
        var (shares, parted, drawn) = (new double[values.Length * camps], new List<double>[camps - 1], new double[values.Length]);
        for (var cut = 0; cut < parted.Length; cut++) parted[cut] = [];
        var (shown, kept) = (Divide(values, camps, question.Method).Camps, 0);
        for (var draw = 0; draw < question.Draws; draw++)
        {
            if (draw % 64 == 0) cancellation.ThrowIfCancellationRequested();
            var stream = new Numerics.Random.CounterStream(question.Seed, (ulong)draw, 0);
            for (var i = 0; i < values.Length; i++) drawn[i] = values[i] + (spreads[i] * stream.NextNormal());
            var (of, cuts) = Divide(drawn, camps, question.Method);
            var same = 0;
            for (var i = 0; i < of.Length; i++) same += of[i] == shown[i] ? 1 : 0;
            if (same < Same * of.Length) continue;
            kept++;
            for (var i = 0; i < of.Length; i++) shares[(i * camps) + of[i]]++;
            for (var cut = 0; cut < cuts.Length; cut++)
            {
                if (!double.IsNaN(cuts[cut])) parted[cut].Add(cuts[cut]);
            }
        }

        if (kept == 0) throw new NoAnswerException($"No draw falls into the same {camps} camps as the points themselves; there are no such camps. Ask for another number of camps.");
        for (var place = 0; place < shares.Length; place++) shares[place] /= kept;
        return (shares, [.. parted.Select(where => where.Count == 0 ? (double.NaN, new Interval(double.NaN, double.NaN, .9)) : (Summary.QuantileOf([.. where], .5), new Interval(Summary.QuantileOf([.. where], .05), Summary.QuantileOf([.. where], .95), .9)))], 1 - (kept / (double)question.Draws));
    }

    private static (ImmutableArray<double> Bic, int Chosen) Choose(double[] sorted)
    {
        double[] bic = [.. Enumerable.Range(1, Math.Min(MostCamps, sorted.Length - 1)).Select(k => LineMixture.Fit(sorted, k).Bic)];
        var least = bic.Min();
        return ([.. bic.Select(one => one - least)], Array.IndexOf(bic, least) + 1);
    }

    private static ImmutableArray<Camp> Label(ImmutableArray<CampMember> members, int camps, WorldEdition world) =>
    [
        .. Enumerable.Range(0, camps).Select(camp =>
        {
            CampMember[] inside = [.. members.Where(member => member.Camp == camp)];
            string[] named = [.. Anchors.Where(anchor => inside.Any(member => member.State == anchor && member.Probability >= Same)).Take(3).Select(anchor => world.States[anchor].Name)];
            var label = named.Length > 0 ? $"with {string.Join(", ", named)}" : camp == 0 ? "low end" : camp == camps - 1 ? "high end" : camps == 3 ? "between" : $"between, {camp + 1} of {camps}";
            return new Camp(label, inside.Length == 0 ? double.NaN : inside.Average(member => member.Point), inside.Length, inside.Count(member => member.Probability >= .9));
        }),
    ];

    private static string Refusal(WorldEdition world, int year, CampQuestion question, int held, int enough, int least)
    {
        var years = Years(world, question.LeastVotes);
        var near = years.OrderBy(one => Math.Abs(one - year)).ThenByDescending(one => one).Take(2).Order();
        if (held == 0) return question.Members is null ? $"No ideal points are held for {year}; ask for example for {string.Join(" or ", near)}." : $"None of the states named has an ideal point in {year}.";
        if (question.Members is not null && held < least) return $"{held} of the states named have an ideal point in {year}, and camps need {least} or more; name more states.";
        return string.Create(CultureInfo.InvariantCulture, $"{enough} of {held} states cast {question.LeastVotes} votes or more in {year}, and camps need {least}: fewer votes say too little. Ask for {string.Join(" or ", near)}.");
    }

    private static Provenance Source(int year, CampQuestion question, int states) => new(
        ["entente-points", "unga-votes"], string.Create(CultureInfo.InvariantCulture, $"camps of {year}: {question.Draws:N0} draws of all points, seed {question.Seed}"), Coverage.Of($"ideal points of {states} states with {question.LeastVotes} votes or more in {year}"));
}
