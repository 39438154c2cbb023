using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Votes.Bridging;
using Entente.Numerics.IdealPoints;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>
/// The votes as the ideal-point model takes them, by the rules behind the published edition (Bailey, Strezhnev and Voeten 2017): absences dropped; after 1989 no votes on paragraphs or amendments;
/// session 19, Zanzibar and South Africa in session 48 dropped; unanimous roll calls dropped; identical texts linked into one item; no minimum number of votes.
/// </summary>
/// <param name="Votes">The layout for the kernels.</param>
/// <param name="States">units: id of each state.</param>
/// <param name="Periods">periods: label, year and roll calls used.</param>
/// <param name="Kind">What a period is.</param>
/// <param name="VoteIds">rows: id of each roll call in its source.</param>
/// <param name="RollCalls">rows: position of each roll call in the store.</param>
/// <param name="ItemOf">rows: item of each row.</param>
/// <param name="Exclusions">What was left out, by reason.</param>
/// <param name="Notes">What else the reader should know.</param>
internal sealed record PreparedVotes(
    OrdinalVotes Votes, ImmutableArray<int> States, ImmutableArray<VotePeriod> Periods, VotePeriodKind Kind, ImmutableArray<string> VoteIds, ImmutableArray<int> RollCalls, ImmutableArray<int> ItemOf,
    ImmutableArray<RollCallExclusion> Exclusions, ImmutableArray<string> Notes)
{
    private const int Zanzibar = 511, SouthAfrica = 560;
    private const int LastYearWithParagraphs = 1989;

    /// <summary>Prepares the votes.</summary>
    /// <exception cref="InvalidInputException">Fewer than two of the states ever voted.</exception>
    /// <exception cref="NoAnswerException">No roll call divides the states that were asked for.</exception>
    public static PreparedVotes Make(WorldEdition world, IdealPointOptions options)
    {
        var all = world.Votes;
        var units = options.Members is { } members ? [.. members.Distinct().Where(id => !all.Of(id).IsEmpty).Order()] : all.Members.Remove(Zanzibar);
        if (units.Length < 2) throw new InvalidInputException("Ideal points need at least two states that have voted in the General Assembly; name more.");
        var excluded = new Dictionary<string, int>(StringComparer.Ordinal);
        void Leave(string reason, int count = 1) => excluded[reason] = excluded.GetValueOrDefault(reason) + count;

        // The span is kept for last: a selection by session would otherwise be cut inside a session.
        var selected = options.Selection.Apply(all);
        foreach (var exclusion in selected.Exclusions) Leave(exclusion.Reason, exclusion.Count);
        var (rows, labels) = (new List<int>(), new List<int>());
        var uncoded = 0;
        foreach (var i in selected.Periods.SelectMany(period => period.RollCalls).Order())
        {
            var call = all.RollCalls[i];
            if (call.Session == "19")
            {
                Leave("the single vote of session 19");
                continue;
            }

            if (call.Date.Year > LastYearWithParagraphs && (call.Amendment == true || call.Paragraph == true))
            {
                Leave("amendment or paragraph after 1989");
                continue;
            }

            if (!IsDivided(all, units, i))
            {
                Leave(options.Members is null ? "unanimous" : "unanimous among these states");
                continue;
            }

            if (call.Date.Year > LastYearWithParagraphs && (call.Amendment is null || call.Paragraph is null)) uncoded++;
            rows.Add(i);
            labels.Add(Label(call, options.Period));
        }

        if (rows.Count == 0) throw new NoAnswerException("No roll call of the selection divides these states; without disagreement there are no ideal points. Choose more years, issues or states.");
        var order = labels.Distinct().Order().ToList();
        var periodOf = labels.ConvertAll(label => order.BinarySearch(label));
        var groups = BridgeGroups.Resolve(all.RollCalls, world.Bridges);
        var items = Renumber(rows.ConvertAll(i => groups.ItemOf[i]));
        var votes = OrdinalVotes.Create(Responses(all, units, rows), units.Length, periodOf.ToArray(), order.Count, items);
        var notes = new List<string>();
        if (uncoded > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{uncoded:N0} roll calls since 1990 are kept although it is not coded whether they are amendments or paragraphs"));
        notes.AddRange(groups.Notes.Select(note => $"identical texts: {note}"));
        var periods = order.Select((label, period) => new VotePeriod(
            label.ToString(CultureInfo.InvariantCulture), options.Period == VotePeriodKind.Session ? label + 1945 : label, all.RollCalls.Count(call => Label(call, options.Period) == label),
            [.. Enumerable.Range(0, rows.Count).Where(row => periodOf[row] == period).Select(row => rows[row])]));
        return new PreparedVotes(
            votes, units, [.. periods], options.Period, [.. rows.Select(i => all.RollCalls[i].VoteId)], [.. rows], [.. items], [.. excluded.OrderByDescending(pair => pair.Value).Select(pair => new RollCallExclusion(pair.Key, pair.Value))], [.. notes]);
    }

    /// <summary>Year, or number of the session; an emergency session belongs to the regular one that is open on the day (September to August).</summary>
    internal static int Label(RollCall call, VotePeriodKind kind)
    {
        if (kind == VotePeriodKind.CalendarYear) return call.Date.Year;
        return int.TryParse(call.Session, NumberStyles.None, CultureInfo.InvariantCulture, out var session) ? session : call.Date.Year - (call.Date.Month >= 9 ? 1945 : 1946);
    }

    /// <summary>A vote that the published edition drops: South Africa's in session 48, before it resumed its seat.</summary>
    internal static bool IsDropped(int state, RollCall call) => state == SouthAfrica && call.Session == "48";

    private static bool IsDivided(RollCallVotes votes, ImmutableArray<int> units, int rollCall)
    {
        var seen = 0;
        foreach (var unit in units) seen |= 1 << votes.Of(unit)[rollCall];
        return int.PopCount(seen & ~1) > 1;
    }

    private static int[] Renumber(List<int> items)
    {
        var numbers = new Dictionary<int, int>();
        return [.. items.Select(item => numbers.TryGetValue(item, out var number) ? number : numbers[item] = numbers.Count)];
    }

    private static byte[] Responses(RollCallVotes votes, ImmutableArray<int> units, List<int> rows)
    {
        var responses = new byte[rows.Count * units.Length];
        for (var unit = 0; unit < units.Length; unit++)
        {
            var cast = votes.Of(units[unit]);
            for (var row = 0; row < rows.Count; row++)
            {
                if (IsDropped(units[unit], votes.RollCalls[rows[row]])) continue;
                responses[row * units.Length + unit] = cast[rows[row]];
            }
        }

        return responses;
    }
}
