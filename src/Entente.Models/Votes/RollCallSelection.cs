using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Votes;

namespace Entente.Models.Votes;

/// <summary>What roll calls are grouped by.</summary>
public enum VotePeriodKind
{
    /// <summary>The calendar year of the vote.</summary>
    CalendarYear,

    /// <summary>The session: "79", or an emergency session "ES-11", which may last for years.</summary>
    Session,
}

/// <summary>Which recorded votes count. The default takes all of them, by calendar year.</summary>
public sealed record RollCallSelection
{
    /// <summary>Every roll call held, by calendar year.</summary>
    public static RollCallSelection Everything { get; } = new();

    /// <summary>Leaves out roll calls on which all who voted cast the same vote. Default false.</summary>
    public bool WithoutUnanimous { get; init; }

    /// <summary>Keeps roll calls with at least one of these issues; <see cref="VoteIssues.None"/> (the default) keeps all. A roll call whose issues were not coded is left out and counted: it is not known to have none.</summary>
    public VoteIssues Issues { get; init; }

    /// <summary>Keeps only what the US State Department listed as important. A roll call of a year that was not coded is left out and counted. Default false.</summary>
    public bool OnlyImportant { get; init; }

    /// <summary>Leaves out votes on amendments and single paragraphs. A roll call for which that was not coded (since 1989) is kept and counted. Default false.</summary>
    public bool WithoutAmendments { get; init; }

    /// <summary>First calendar year; <see langword="null"/> for the first held.</summary>
    public int? Since { get; init; }

    /// <summary>Last calendar year; <see langword="null"/> for the last held.</summary>
    public int? Until { get; init; }

    /// <summary>What roll calls are grouped by. Default the calendar year.</summary>
    public VotePeriodKind By { get; init; }

    /// <summary>Whether any roll call of the span may be left out.</summary>
    internal bool IsNarrow => WithoutUnanimous || OnlyImportant || WithoutAmendments || (Issues & ~VoteIssues.Coded) != VoteIssues.None;

    /// <summary>The selection in words, for a query: "contested roll calls on nuclear"; "roll calls" for the default.</summary>
    public string Describe()
    {
        var words = new List<string>();
        if (OnlyImportant) words.Add("important");
        if (WithoutUnanimous) words.Add("contested");
        words.Add("roll calls");
        if ((Issues & ~VoteIssues.Coded) != VoteIssues.None) words.Add($"on {string.Join(" or ", VoteIssueNames.Of(Issues))}");
        if (WithoutAmendments) words.Add("without amendments and paragraphs");
        return string.Join(' ', words);
    }

    /// <summary>Applies the selection: what is kept, by period, and what is left out, by reason.</summary>
    /// <param name="votes">All votes; whether a roll call is unanimous depends on all who voted.</param>
    public SelectedRollCalls Apply(RollCallVotes votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var contested = WithoutUnanimous ? UnanimousRollCalls.Contested(votes) : [];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var periods = new Dictionary<string, (int Year, int Held, List<int> Kept)>(StringComparer.Ordinal);
        var order = new List<string>();
        var keptUncoded = 0;
        for (var i = 0; i < votes.RollCalls.Length; i++)
        {
            var call = votes.RollCalls[i];
            var year = call.Date.Year;
            if (year < Since || year > Until) continue;
            var label = By == VotePeriodKind.Session ? call.Session : year.ToString(CultureInfo.InvariantCulture);
            if (!periods.TryGetValue(label, out var period))
            {
                period = (year, 0, []);
                order.Add(label);
            }

            periods[label] = period with { Held = period.Held + 1 };
            if (Reason(call, contested.Length == 0 || contested[i]) is { } reason)
            {
                counts[reason] = counts.GetValueOrDefault(reason) + 1;
                continue;
            }

            period.Kept.Add(i);
            if (WithoutAmendments && (call.Amendment is null || call.Paragraph is null)) keptUncoded++;
        }

        return new SelectedRollCalls(
            [.. order.Select(label => new VotePeriod(label, periods[label].Year, periods[label].Held, [.. periods[label].Kept]))],
            [.. Reasons.Where(counts.ContainsKey).Select(reason => new RollCallExclusion(reason, counts[reason]))],
            keptUncoded);
    }

    // Each roll call is counted once, under the first reason that fits.
    private string? Reason(RollCall call, bool contested)
    {
        var wanted = Issues & ~VoteIssues.Coded;
        if (wanted != VoteIssues.None && (call.Issues & VoteIssues.Coded) == VoteIssues.None) return IssueNotCoded;
        if (wanted != VoteIssues.None && (call.Issues & wanted) == VoteIssues.None) return OtherIssue;
        if (OnlyImportant && call.Important is null) return ImportanceNotCoded;
        if (OnlyImportant && call.Important == false) return NotImportant;
        if (WithoutAmendments && (call.Amendment == true || call.Paragraph == true)) return SubVote;
        return contested ? null : Unanimous;
    }

    private const string IssueNotCoded = "issue not coded";
    private const string OtherIssue = "other issue";
    private const string ImportanceNotCoded = "importance not coded";
    private const string NotImportant = "not listed as important";
    private const string SubVote = "amendment or paragraph";
    private const string Unanimous = "unanimous";
    private static readonly string[] Reasons = [IssueNotCoded, OtherIssue, ImportanceNotCoded, NotImportant, SubVote, Unanimous];
}
