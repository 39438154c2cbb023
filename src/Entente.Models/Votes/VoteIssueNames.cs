using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes;

/// <summary>The issues of roll calls by the names that users write.</summary>
public static class VoteIssueNames
{
    private static readonly ImmutableArray<(string Name, VoteIssues Issue)> Table =
    [
        ("middle-east", VoteIssues.MiddleEast), ("nuclear", VoteIssues.Nuclear), ("disarmament", VoteIssues.Disarmament),
        ("human-rights", VoteIssues.HumanRights), ("colonialism", VoteIssues.Colonialism), ("economic", VoteIssues.Economic),
    ];

    /// <summary>All names.</summary>
    public static ImmutableArray<string> All { get; } = [.. Table.Select(entry => entry.Name)];

    /// <summary>The issue of a name; case, blanks and underscores do not matter.</summary>
    /// <exception cref="InvalidInputException">No issue has the name.</exception>
    public static VoteIssues Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = name.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        foreach (var (known, issue) in Table)
        {
            if (known == folded) return issue;
        }

        var near = NearestWord.Find(name, All);
        throw new InvalidInputException($"There is no issue '{name}'{(near is null ? string.Empty : $"; did you mean '{near}'?")}{(near is null ? ";" : string.Empty)} the issues are {string.Join(", ", All)}.");
    }

    /// <summary>The names of a set of issues, in the order of <see cref="All"/>.</summary>
    public static ImmutableArray<string> Of(VoteIssues issues) => [.. Table.Where(entry => (issues & entry.Issue) != VoteIssues.None).Select(entry => entry.Name)];
}
