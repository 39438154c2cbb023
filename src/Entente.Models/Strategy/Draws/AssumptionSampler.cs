using System.Collections.Immutable;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Sampling;

namespace Entente.Models.Strategy.Draws;

/// <summary>
/// Draws the assumptions and the rival view: a point of a design, bent to the declared rank correlations, through the quantile functions. What draw i takes depends on the scheme, the seed, for a Latin
/// hypercube the number of draws, and i alone, and coordinate k means the same assumption in every strategy: strategies with one seed face the same futures.
/// </summary>
internal sealed class AssumptionSampler
{
    private readonly ImmutableArray<Assumption> _assumptions;
    private readonly SampleDesign _design;
    private readonly GaussianCopula? _copula;

    public AssumptionSampler(AssessmentInputs inputs, AssessmentOptions options)
    {
        _assumptions = inputs.Assumptions;
        _design = SampleDesign.Create(options.Sampling, Dimensions, options.Of ?? options.Draws, options.Seed);
        _copula = Correlated(inputs);
    }

    /// <summary>Coordinates of a point: the assumptions, then the rival view.</summary>
    public static int Dimensions => AssumptionCatalog.All.Length + 1;

    /// <summary>The copula of the declared correlations; <see langword="null"/> without any.</summary>
    public static GaussianCopula? Correlated(AssessmentInputs inputs)
    {
        var pairs = inputs.Strategy.Correlations;
        if (pairs.IsEmpty) return null;
        int Index(string name) => inputs.Assumptions.ToList().FindIndex(assumption => assumption.Name == name);
        CorrelatedPair[] correlated = [.. pairs.Select(pair => new CorrelatedPair(Index(pair.First), Index(pair.Second), pair.Rank))];
        return GaussianCopula.Create(correlated, Dimensions, CorrelationKind.Ranks);
    }

    /// <summary>Fills the values of a draw, those of the gas market from the draw of its block.</summary>
    /// <param name="draw">Which draw.</param>
    /// <param name="values">Receives one value per assumption.</param>
    /// <returns>The rival view of the draw.</returns>
    public int Draw(int draw, Span<double> values)
    {
        Span<double> point = stackalloc double[Dimensions];
        _design.Point(draw, point);
        if (GasTable.Of(draw) != draw)
        {
            for (var k = (int)GasTable.First; k <= (int)GasTable.Last; k++) point[k] = _design.Value(GasTable.Of(draw), k);
        }

        return Values(_assumptions, _copula, point, values);
    }

    /// <summary>Turns a point of uniform numbers into values.</summary>
    /// <param name="assumptions">The assumptions.</param>
    /// <param name="copula">Correlations, or <see langword="null"/>.</param>
    /// <param name="point">The point; bent in place.</param>
    /// <param name="values">Receives one value per assumption.</param>
    /// <returns>The rival view.</returns>
    public static int Values(ImmutableArray<Assumption> assumptions, GaussianCopula? copula, Span<double> point, Span<double> values)
    {
        copula?.Apply(point);
        for (var k = 0; k < assumptions.Length; k++)
        {
            var definition = AssumptionCatalog.All[k];
            values[k] = Math.Clamp(assumptions[k].Distribution.Quantile(point[k]), definition.Low, definition.High);
        }

        return Math.Min((int)(point[^1] * ViewDefinition.All.Length), ViewDefinition.All.Length - 1);
    }
}
