using System.Collections.Immutable;
using Entente.Models.Strategy.Game;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Evidence;

/// <summary>What the game says, handed in by the assessment that played it.</summary>
/// <param name="With">Mean grades with the moves.</param>
/// <param name="Without">Mean grades without them.</param>
/// <param name="Split">90 % interval over draws of the probability of a split with the moves.</param>
public sealed record GameLine(GradeProbabilities With, GradeProbabilities Without, Interval Split);

/// <summary>A line of evidence on one graded outcome: where the target stands by the end of the horizon.</summary>
/// <param name="Key">game, reference or statistical.</param>
/// <param name="Name">Name for people.</param>
/// <param name="What">What it is, in one sentence.</param>
/// <param name="With">Grades with the moves.</param>
/// <param name="Without">Grades without them; <see langword="null"/> where the line cannot tell.</param>
/// <param name="Split">Interval of the probability of a split with the moves; a level of 1 is a range.</param>
/// <param name="Weight">Its weight in the stack.</param>
/// <param name="Basis">Measured, modelled or judged.</param>
/// <param name="Sources">Keys of the catalog.</param>
/// <param name="Coverage">What it rests on.</param>
/// <param name="Caveats">Where it is thin; one sentence each.</param>
public sealed record EvidenceLine(
    string Key, string Name, string What, GradeProbabilities With, GradeProbabilities? Without, Interval Split, LineWeight Weight, Basis Basis, ImmutableArray<string> Sources, Coverage Coverage,
    ImmutableArray<string> Caveats)
{
    /// <summary>Key of the game.</summary>
    public const string Game = "game";

    /// <summary>Key of the record of past attempts.</summary>
    public const string Reference = "reference";

    /// <summary>Key of the statistical forecast.</summary>
    public const string Statistical = "statistical";
}

/// <summary>A line that has nothing to say of a strategy.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record SilentLine(string Key, string Name, string Reason);
