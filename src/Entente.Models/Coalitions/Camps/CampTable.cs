using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Camps;

/// <summary>How states are divided in each draw.</summary>
public enum CampMethod
{
    /// <summary>The division of the line with the least squares.</summary>
    LeastSquares,

    /// <summary>A mixture of normal distributions with one variance.</summary>
    Mixture,
}

/// <summary>What is asked of camps.</summary>
public sealed record CampQuestion
{
    /// <summary>Number of camps, 2 to 6; null to let the BIC of mixtures choose.</summary>
    public int? Camps { get; init; }

    /// <summary>Divide these states alone; null for all.</summary>
    public ImmutableArray<int>? Members { get; init; }

    /// <summary>How. Default: a mixture, by which the number of camps is chosen too.</summary>
    public CampMethod Method { get; init; } = CampMethod.Mixture;

    /// <summary>Draws of all points from their intervals. Default 1,000.</summary>
    public int Draws { get; init; } = 1_000;

    /// <summary>Votes below which the point of a state says too little. Default 10.</summary>
    public int LeastVotes { get; init; } = 10;

    /// <summary>Seed of the draws. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>A state and the camps it may belong to.</summary>
/// <param name="State">State id.</param>
/// <param name="Name">Name.</param>
/// <param name="Point">Ideal point.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="Votes">Votes that it cast.</param>
/// <param name="Probabilities">By camp: share of the draws with the same camps as the points themselves in which the state is in it; they add up to 1.</param>
public sealed record CampMember(int State, string Name, double Point, Interval Interval, int Votes, ImmutableArray<double> Probabilities)
{
    /// <summary>The camp that it is in most often; of equals the lower.</summary>
    public int Camp => Probabilities.IndexOf(Probabilities.Max());

    /// <summary>How often.</summary>
    public double Probability => Probabilities.Max();

    /// <summary>The camp that comes next.</summary>
    public int Second => Enumerable.Range(0, Probabilities.Length).Where(camp => camp != Camp).OrderByDescending(camp => Probabilities[camp]).First();

    /// <summary>By how much the first camp is ahead of the second.</summary>
    public double Margin => Probability - Probabilities[Second];

    /// <summary>Entropy of the probabilities, as a share of the most that there can be.</summary>
    public double Entropy => -Probabilities.Where(p => p > 0).Sum(p => p * Math.Log(p)) / Math.Log(Probabilities.Length);
}

/// <summary>A camp.</summary>
/// <param name="Label">What it is called: by the United States, Russia and China, or by its place on the line.</param>
/// <param name="Centre">Mean point of its members.</param>
/// <param name="Size">Number of members.</param>
/// <param name="Sure">Members with a probability of 90 % or more.</param>
public sealed record Camp(string Label, double Centre, int Size, int Sure);

/// <summary>Another way to divide the same states.</summary>
/// <param name="Name">Which.</param>
/// <param name="Sizes">Sizes of its camps, from the low end up.</param>
/// <param name="Likeness">Adjusted Rand index with the division that is shown: 1 the same, 0 as by chance.</param>
/// <param name="Moved">Where it has as many camps: names of states that it puts elsewhere; empty otherwise.</param>
public sealed record CampVariant(string Name, ImmutableArray<int> Sizes, double Likeness, ImmutableArray<string> Moved);

/// <summary>Camps of a year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Camps">Camps, from the low end of the line up; the United States stands high.</param>
/// <param name="Members">States, from the low end up.</param>
/// <param name="Cuts">Between neighbouring camps: median over draws of the point where they part, with a 90 % interval.</param>
/// <param name="Bic">By number of components from 1 on: BIC of the mixture less the lowest.</param>
/// <param name="Variants">Other divisions.</param>
/// <param name="LeftOut">Names of states with too few votes.</param>
/// <param name="Choice">How the number of camps was chosen, as a sentence.</param>
/// <param name="Provenance">Sources.</param>
public sealed record CampTable(
    int Year, CampQuestion Question, ImmutableArray<Camp> Camps, ImmutableArray<CampMember> Members, ImmutableArray<(double Value, Interval Interval)> Cuts, ImmutableArray<double> Bic,
    ImmutableArray<CampVariant> Variants, ImmutableArray<string> LeftOut, string Choice, Provenance Provenance)
{
    /// <summary>
    /// Share of the draws that fall into camps of another make-up: fewer than 80 % of the states are in the camp of the same number as by the points themselves. Probabilities are those of the other draws, since
    /// camps of such a draw are not the same camps.
    /// </summary>
    public double Elsewhere { get; init; }

    /// <summary>States by how unsure their camp is, the least sure first; those with a probability below 90 %.</summary>
    public ImmutableArray<CampMember> Fence => [.. Members.Where(member => member.Probability < .9).OrderBy(member => member.Margin).ThenBy(member => member.State)];
}

/// <summary>A state that is in another camp than it was.</summary>
/// <param name="Before">It then.</param>
/// <param name="Now">It now.</param>
public sealed record CampMove(CampMember Before, CampMember Now)
{
    /// <summary>Whether it was and is in its camp with a probability of 90 % or more.</summary>
    public bool IsSure => Before.Probability >= .9 && Now.Probability >= .9;
}

/// <summary>Camps of two years, of equal number.</summary>
/// <param name="Before">The earlier year.</param>
/// <param name="Now">The year.</param>
/// <param name="Counts">By camp then and camp now, row by row: states that are in both years.</param>
/// <param name="Moves">States that changed, the surest first.</param>
/// <param name="Gone">Names of states that are in the earlier year only.</param>
/// <param name="Come">Names of states that are in the later year only.</param>
public sealed record CampComparison(CampTable Before, CampTable Now, ImmutableArray<int> Counts, ImmutableArray<CampMove> Moves, ImmutableArray<string> Gone, ImmutableArray<string> Come);
