using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes.Drift;

/// <summary>The issues that movement is split into: the six that are coded, what is coded as none of them, and what is not coded.</summary>
public static class DriftIssues
{
    private static readonly ImmutableArray<(VoteIssues Flag, string Name)> Coded =
    [
        (VoteIssues.MiddleEast, "Middle East"), (VoteIssues.Nuclear, "nuclear"), (VoteIssues.Disarmament, "disarmament"),
        (VoteIssues.HumanRights, "human rights"), (VoteIssues.Colonialism, "colonialism"), (VoteIssues.Economic, "economic"),
    ];

    internal const int Other = 6;
    internal const int NotCoded = 7;
    internal const int Count = 8;

    /// <summary>Names for people, in the order of the shares of <see cref="DriftResolution.IssueShares"/>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Coded.Select(issue => issue.Name), "other", "not coded"];

    /// <summary>The issue that is meant by a name such as "human-rights".</summary>
    /// <exception cref="InvalidInputException">There is no such issue.</exception>
    public static VoteIssues Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var (flag, known) in Coded)
        {
            if (Fold(known) == Fold(name)) return flag;
        }

        throw new InvalidInputException($"There is no issue '{name.Trim()}'.{NearestWord.Hint(name, [.. Coded.Select(issue => Fold(issue.Name))])}");
    }

    /// <summary>The name of an issue.</summary>
    public static string Name(VoteIssues issue) => Coded.First(coded => coded.Flag == issue).Name;

    /// <summary>Adds the shares of one roll call: equal parts of its issues, all to "other" where it is coded as none. Nothing is added for one that is not coded.</summary>
    internal static bool Add(VoteIssues issues, Span<double> shares)
    {
        if (!issues.HasFlag(VoteIssues.Coded)) return false;
        var flagged = 0;
        foreach (var (flag, _) in Coded) flagged += issues.HasFlag(flag) ? 1 : 0;
        if (flagged == 0) shares[Other]++;
        for (var k = 0; k < Coded.Length; k++)
        {
            if (issues.HasFlag(Coded[k].Flag)) shares[k] += 1.0 / flagged;
        }

        return true;
    }

    internal static int IndexOf(VoteIssues issue)
    {
        for (var k = 0; k < Coded.Length; k++)
        {
            if (Coded[k].Flag == issue) return k;
        }

        throw new ArgumentOutOfRangeException(nameof(issue), issue, "One of the six coded issues.");
    }

    private static string Fold(string name) => name.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
}
