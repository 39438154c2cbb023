using System.Collections.Immutable;
using Entente.Numerics.Distributions;

namespace Entente.Models.Trade.WhatIf;

/// <summary>What kind of change a shock is: this decides which assumptions scale it and whether it takes years.</summary>
internal enum ShockKind
{
    /// <summary>Lifted sanctions: scaled by uptake, fade in over years.</summary>
    Lifted,

    /// <summary>Imposed sanctions: at once.</summary>
    Imposed,

    /// <summary>A log effect known from the file.</summary>
    Fixed,

    /// <summary>A tariff: the log of its factor, to the power of the trade elasticity.</summary>
    Tariff,

    /// <summary>A trade agreement.</summary>
    Agreement,
}

/// <summary>A change of the barrier on one directed pair.</summary>
/// <param name="Cell">Place in the n × n matrix, exporter by importer.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mean">Log effect on trade at the partial equilibrium, made in full; the log of the tariff factor for a tariff.</param>
/// <param name="Scale">What the drawn number of the group is multiplied by before it is added to the mean.</param>
/// <param name="Group">Which drawn number; −1 for none.</param>
/// <param name="Share">Share of it that is carried out, 0 to 1.</param>
/// <param name="IsMeasured">Whether the factor on measured effects applies.</param>
internal readonly record struct PairShock(int Cell, ShockKind Kind, double Mean, double Scale, int Group, double Share, bool IsMeasured)
{
    /// <summary>Places of the sectors whose goods it touches; <see langword="null"/> for all.</summary>
    public int[]? Sectors { get; init; }
}

/// <summary>The shocks of one variant, and the distributions of the numbers that they share.</summary>
/// <param name="Shocks">In the order of the file.</param>
/// <param name="Groups">Distribution of each shared number; group g is drawn from its own random stream.</param>
/// <param name="NotHeld">Names of states that were named but have no economy of their own in the baseline.</param>
internal sealed record VariantShocks(ImmutableArray<PairShock> Shocks, ImmutableArray<Distribution> Groups, ImmutableArray<string> NotHeld)
{
    /// <summary>
    /// J × n × n shares of each sector in the trade of a pair, where a shock touches some sectors alone: the one-sector barrier of a pair is then the mean of those of
    /// its sectors, which has the same effect on the trade of the pair at given incomes and prices. <see langword="null"/> where all shocks touch all sectors.
    /// </summary>
    public double[]? SectorWeights { get; init; }

    /// <summary>Log friction of an embargo: trade falls to two billionths.</summary>
    public const double Embargo = -20;

    /// <summary>Whether anything takes years.</summary>
    public bool IsGradual => Shocks.Any(shock => shock.Kind == ShockKind.Lifted);

    /// <summary>Fills the friction factors of a draw.</summary>
    /// <param name="assumptions">Values in the order of <see cref="WhatIfAssumptions.All"/>.</param>
    /// <param name="drawn">One number for each group.</param>
    /// <param name="phase">Share of what takes years that has come about, 0 to 1.</param>
    /// <param name="friction">n × n factors to fill.</param>
    public void Fill(ReadOnlySpan<double> assumptions, ReadOnlySpan<double> drawn, double phase, Span<double> friction)
    {
        friction.Fill(1);
        foreach (var shock in Shocks.AsSpan()) friction[shock.Cell] *= Math.Exp(Log(shock, assumptions, drawn, phase, assumptions[WhatIfAssumptions.TradeElasticity]));
    }

    /// <summary>Fills the friction factors of a draw, sector by sector.</summary>
    /// <param name="assumptions">Values in the order of <see cref="WhatIfAssumptions.All"/>.</param>
    /// <param name="drawn">One number for each group.</param>
    /// <param name="phase">Share of what takes years that has come about, 0 to 1.</param>
    /// <param name="thetas">Trade elasticity of each sector.</param>
    /// <param name="friction">J × n × n factors to fill.</param>
    public void FillSectors(ReadOnlySpan<double> assumptions, ReadOnlySpan<double> drawn, double phase, ReadOnlySpan<double> thetas, Span<double> friction)
    {
        friction.Fill(1);
        var each = friction.Length / thetas.Length;
        foreach (var shock in Shocks.AsSpan())
        {
            for (var j = 0; j < thetas.Length; j++)
            {
                if (shock.Sectors is { } touched && Array.IndexOf(touched, j) < 0) continue;
                friction[(j * each) + shock.Cell] *= Math.Exp(Log(shock, assumptions, drawn, phase, thetas[j]));
            }
        }
    }

    /// <summary>Fills the one-sector factors where some shocks touch some sectors alone.</summary>
    /// <param name="assumptions">Values in the order of <see cref="WhatIfAssumptions.All"/>.</param>
    /// <param name="drawn">One number for each group.</param>
    /// <param name="phase">Share of what takes years that has come about, 0 to 1.</param>
    /// <param name="thetas">The one-sector elasticity, once for each sector.</param>
    /// <param name="sectors">J × n × n numbers to work with.</param>
    /// <param name="friction">n × n factors to fill.</param>
    public void FillWeighted(ReadOnlySpan<double> assumptions, ReadOnlySpan<double> drawn, double phase, ReadOnlySpan<double> thetas, Span<double> sectors, Span<double> friction)
    {
        FillSectors(assumptions, drawn, phase, thetas, sectors);
        friction.Fill(1);
        foreach (var shock in Shocks.AsSpan())
        {
            var (sum, weight) = (0.0, 0.0);
            for (var j = 0; j < thetas.Length; j++)
            {
                var share = SectorWeights![(j * friction.Length) + shock.Cell];
                sum += share * sectors[(j * friction.Length) + shock.Cell];
                weight += share;
            }

            if (weight > 0) friction[shock.Cell] = sum;
        }
    }

    private static double Log(in PairShock shock, ReadOnlySpan<double> assumptions, ReadOnlySpan<double> drawn, double phase, double theta)
    {
        var effect = shock.Group < 0 ? shock.Mean : shock.Mean + (shock.Scale * drawn[shock.Group]);
        switch (shock.Kind)
        {
            case ShockKind.Lifted:
            case ShockKind.Imposed:
                // An estimate with a standard error may come out above zero in a draw; sanctions that raise trade are not what is meant.
                var log = Math.Min(effect, 0) * shock.Share * (shock.IsMeasured ? assumptions[WhatIfAssumptions.SanctionsEffectFactor] : 1);
                return shock.Kind == ShockKind.Lifted ? -log * assumptions[WhatIfAssumptions.ReliefUptake] * phase : log;
            case ShockKind.Tariff:
                return -theta * effect;
            case ShockKind.Agreement:
                return shock.Group < 0 ? assumptions[WhatIfAssumptions.AgreementEffect] : effect;
            default:
                return effect;
        }
    }
}
