using System.Collections.Immutable;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Random;

namespace Entente.Models.Strategy.Draws;

/// <summary>Draws the assumptions and the rival view: what draw i takes depends on (seed, i) alone.</summary>
internal sealed class AssumptionSampler
{
    private readonly ImmutableArray<Assumption> _assumptions;
    private readonly ulong _seed;

    public AssumptionSampler(ImmutableArray<Assumption> assumptions, AssessmentOptions options)
    {
        _assumptions = assumptions;
        _seed = options.Seed;
    }

    /// <summary>Fills the values of a draw, those of the gas market from the draw of its block.</summary>
    public void Draw(int draw, Span<double> values)
    {
        for (var k = 0; k < _assumptions.Length; k++)
        {
            var definition = AssumptionCatalog.All[k];
            var at = (AssumptionIndex)k is >= GasTable.First and <= GasTable.Last ? GasTable.Of(draw) : draw;
            var stream = new CounterStream(_seed, (ulong)at, (uint)k);
            values[k] = Math.Clamp(_assumptions[k].Distribution.Quantile(stream.NextUniform()), definition.Low, definition.High);
        }
    }

    /// <summary>The rival view of a draw.</summary>
    public int View(int draw)
    {
        var stream = new CounterStream(_seed, (ulong)draw, (uint)_assumptions.Length);
        return stream.NextInt32(ViewDefinition.All.Length);
    }
}
