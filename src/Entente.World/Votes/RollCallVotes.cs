using System.Collections.Immutable;

namespace Entente.World.Votes;

/// <summary>A recorded vote of the UN General Assembly.</summary>
/// <param name="Number">Number in the store: position in order of date and id.</param>
/// <param name="VoteId">Id in the source.</param>
/// <param name="Date">Day of the vote.</param>
/// <param name="Session">Regular session number ("79") or emergency session ("ES-11").</param>
/// <param name="Symbol">Document symbol ("A/RES/ES-11/7").</param>
/// <param name="Title">Bibliographic label, where known.</param>
/// <param name="Issues">Issues it is flagged with.</param>
/// <param name="Important">Whether the US State Department listed it as important; missing where not coded.</param>
/// <param name="Amendment">Whether it is a vote on an amendment; missing where not coded.</param>
/// <param name="Paragraph">Whether it is a vote on a paragraph; missing where not coded.</param>
/// <param name="ResolutionId">Voeten's rcid, for bridging; missing for newer votes.</param>
public sealed record RollCall(
    int Number, string VoteId, DateOnly Date, string Session, string Symbol, string? Title, VoteIssues Issues, bool? Important, bool? Amendment, bool? Paragraph, int? ResolutionId)
{
    /// <summary>The count that the source publishes.</summary>
    public PublishedCount Published { get; init; }

    /// <summary>How the title was found: exact, unique-date, inferred, inferred-weak, un-project or none; empty where not told.</summary>
    public string TitleQuality { get; init; } = "";
}

/// <summary>The result of a roll call as its source publishes it; a count that is not given is missing.</summary>
/// <param name="Yes">Votes in favour.</param>
/// <param name="No">Votes against.</param>
/// <param name="Abstain">Abstentions.</param>
public readonly record struct PublishedCount(int? Yes, int? No, int? Abstain);

/// <summary>Issue flags of a roll call; <see cref="Coded"/> tells whether flags were coded at all.</summary>
[Flags]
public enum VoteIssues
{
    /// <summary>No issue, or not coded.</summary>
    None = 0,

    /// <summary>The flags of this roll call were coded.</summary>
    Coded = 1,

    /// <summary>Middle East, Palestine.</summary>
    MiddleEast = 2,

    /// <summary>Nuclear weapons and materials.</summary>
    Nuclear = 4,

    /// <summary>Arms control and disarmament.</summary>
    Disarmament = 8,

    /// <summary>Human rights.</summary>
    HumanRights = 16,

    /// <summary>Colonialism.</summary>
    Colonialism = 32,

    /// <summary>Economic development.</summary>
    Economic = 64,
}

/// <summary>All recorded votes as a matrix, member by roll call.</summary>
/// <param name="rollCalls">Roll calls in order of date.</param>
/// <param name="members">Ids of all states that ever voted, ascending.</param>
/// <param name="votes">members × roll calls, row by row: 0 absent or not a member, 1 yes, 2 abstain, 3 no.</param>
public sealed class RollCallVotes(ImmutableArray<RollCall> rollCalls, ImmutableArray<int> members, byte[] votes)
{
    /// <summary>A vote that was not cast.</summary>
    public const byte Absent = 0;

    /// <summary>Yes.</summary>
    public const byte Yes = 1;

    /// <summary>Abstention.</summary>
    public const byte Abstain = 2;

    /// <summary>No.</summary>
    public const byte No = 3;

    private readonly Dictionary<int, (int Start, int End)> _years = Years(rollCalls);

    /// <summary>Roll calls in order of date.</summary>
    public ImmutableArray<RollCall> RollCalls { get; } = rollCalls;

    /// <summary>Ids of all states that ever voted, ascending.</summary>
    public ImmutableArray<int> Members { get; } = members;

    /// <summary>Position of the first roll call of a year and of the one after its last; both 0 for a year without roll calls.</summary>
    public (int Start, int End) InYear(int year) => _years.GetValueOrDefault(year);

    /// <summary>The votes of a state on every roll call, in the order of <see cref="RollCalls"/>; empty for a state that never voted.</summary>
    public ReadOnlySpan<byte> Of(int stateId)
    {
        var row = Members.BinarySearch(stateId);
        return row < 0 ? [] : votes.AsSpan(row * RollCalls.Length, RollCalls.Length);
    }

    private static Dictionary<int, (int Start, int End)> Years(ImmutableArray<RollCall> calls)
    {
        var years = new Dictionary<int, (int Start, int End)>();
        for (var i = 0; i < calls.Length; i++)
        {
            var year = calls[i].Date.Year;
            years[year] = (years.TryGetValue(year, out var span) ? span.Start : i, i + 1);
        }

        return years;
    }
}
