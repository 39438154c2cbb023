using System.Collections.Immutable;
using Entente.Models.Strategy.Draws;
using Entente.Numerics.Equilibrium;

namespace Entente.Models.Trade;

/// <summary>The trade side of one draw: relative changes of real income, as fractions.</summary>
/// <param name="Reward">Target's gain from the moves alone.</param>
/// <param name="PartnerLoss">Target's further change when its trade with the partner is cut as well; negative.</param>
/// <param name="PartnerHold">What the target would lose if all trade with the partner ended, starting from today; negative.</param>
/// <param name="PartnerTrade">Trade of target and partner, both ways, after the moves over before.</param>
/// <param name="DividerTrade">Trade of target and divider, the same; NaN where the divider is no economy of its own.</param>
public readonly record struct TradeOutcome(double Reward, double PartnerLoss, double PartnerHold, double PartnerTrade = 1, double DividerTrade = 1)
{
    /// <summary>A draw whose equilibrium was not found.</summary>
    public static TradeOutcome Failed { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}

/// <summary>A trade barrier on a pair that moves when the strategy is carried out.</summary>
/// <param name="Exporter">Index of the exporter in the baseline.</param>
/// <param name="Importer">Index of the importer.</param>
/// <param name="Log">Change of the log of trade at the partial equilibrium, when made in full.</param>
/// <param name="IsRelief">Whether uptake by firms scales it: sanctions that are lifted, not those that are imposed.</param>
/// <param name="IsJoining">Whether it is of a state that may join, and is made as far as others take part.</param>
internal readonly record struct BarrierChange(int Exporter, int Importer, double Log, bool IsRelief, bool IsJoining = false);

/// <summary>
/// From moves to real income: exact hat algebra in one sector (Dekle, Eaton and Kortum 2008), solved three times a draw. One instance serves all
/// threads; each thread brings its own <see cref="Scratch"/>.
/// </summary>
public sealed class TradeChannel
{
    private const double Embargo = -20;
    private readonly ImmutableArray<BarrierChange> _changes;
    private readonly ExactHatModel _model;
    private readonly int _target;
    private readonly int _partner;
    private readonly int _divider;

    internal TradeChannel(TradeBaseline baseline, SanctionsEffect? effect, ImmutableArray<BarrierChange> changes, int divider, int target, int partner)
    {
        Baseline = baseline;
        Effect = effect;
        _changes = changes;
        _target = baseline.IndexOf(target);
        _partner = baseline.IndexOf(partner);
        _divider = baseline.Holds(divider) ? baseline.IndexOf(divider) : -1;
        _model = new ExactHatModel(baseline.Flows, baseline.Count);
    }

    /// <summary>The world economy it starts from.</summary>
    public TradeBaseline Baseline { get; }

    /// <summary>The measured effect of the sanctions in question; <see langword="null"/> where the strategy has none.</summary>
    public SanctionsEffect? Effect { get; }

    /// <summary>Whether any move changes a trade barrier.</summary>
    public bool HasMoves => !_changes.IsEmpty;

    /// <summary>Working memory of one thread.</summary>
    public Scratch NewScratch() => new(_model);

    /// <summary>Solves one draw.</summary>
    /// <param name="assumptions">The values of the draw.</param>
    /// <param name="scratch">The thread's memory; afterwards it holds the income change of every economy from the moves alone.</param>
    /// <returns>NaN in every part where the equilibrium was not found: a failed draw.</returns>
    public TradeOutcome Solve(in DrawnAssumptions assumptions, Scratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        var theta = assumptions[AssumptionIndex.TradeElasticity];
        var scale = assumptions[AssumptionIndex.MultiSectorFactor];
        scratch.Income.Clear();
        scratch.Friction.Fill(1);
        foreach (var change in _changes)
        {
            var log = change.IsRelief
                ? change.Log * assumptions[AssumptionIndex.SanctionsEffectFactor] * assumptions[AssumptionIndex.ReliefUptake]
                : change.Log * (change.Log < 0 ? assumptions[AssumptionIndex.SanctionsEffectFactor] : 1);
            if (change.IsJoining) log *= assumptions[AssumptionIndex.OthersTakePart];
            scratch.Friction[(change.Exporter * Baseline.Count) + change.Importer] = Math.Exp(log);
        }

        var (reward, partnerTrade, dividerTrade) = (0.0, 1.0, _divider < 0 ? double.NaN : 1.0);
        if (HasMoves)
        {
            if (!scratch.Solve(theta)) return TradeOutcome.Failed;
            for (var i = 0; i < Baseline.Count; i++) scratch.Income[i] = (scratch.Workspace.WelfareHat[i] - 1) * scale;
            reward = scratch.Income[_target];
            (partnerTrade, dividerTrade) = (PairTrade(scratch, _partner, theta), _divider < 0 ? double.NaN : PairTrade(scratch, _divider, theta));
        }

        // The partner answers by cutting trade, on top of the moves.
        MultiplyDyad(scratch.Friction, Math.Exp(-assumptions[AssumptionIndex.PartnerTradeCut]));
        if (!scratch.Solve(theta)) return TradeOutcome.Failed;
        var both = (scratch.Workspace.WelfareHat[_target] - 1) * scale;

        scratch.Friction.Fill(1);
        MultiplyDyad(scratch.Friction, Math.Exp(Embargo));
        if (!scratch.Solve(theta)) return TradeOutcome.Failed;
        var hold = (scratch.Workspace.WelfareHat[_target] - 1) * scale;
        return new TradeOutcome(reward, both - reward, hold, partnerTrade, dividerTrade);
    }

    /// <summary>X'/X of the target's trade with one economy, both ways: X'_ij/X_ij = B_ij w_i^−θ p_j^θ E'_j/E_j.</summary>
    private double PairTrade(Scratch scratch, int other, double theta)
    {
        var (workspace, n) = (scratch.Workspace, Baseline.Count);
        double Hat(int i, int j) =>
            scratch.Friction[(i * n) + j] * Math.Pow(workspace.PriceHat[j] / workspace.WageHat[i], theta) * workspace.ExpenditureHat[j];
        var (exports, imports) = (Baseline.Flows[(_target * n) + other], Baseline.Flows[(other * n) + _target]);
        return exports + imports > 0 ? ((exports * Hat(_target, other)) + (imports * Hat(other, _target))) / (exports + imports) : double.NaN;
    }

    private void MultiplyDyad(Span<double> friction, double factor)
    {
        friction[(_target * Baseline.Count) + _partner] *= factor;
        friction[(_partner * Baseline.Count) + _target] *= factor;
    }

    /// <summary>Working memory of one thread.</summary>
    public sealed class Scratch
    {
        private readonly ExactHatModel _model;
        private readonly double[] _friction;
        private readonly double[] _income;
        private readonly ExactHatOptions _options = new();

        internal Scratch(ExactHatModel model)
        {
            _model = model;
            var n = model.Count;
            _friction = new double[n * n];
            _income = new double[n];
            Workspace = new ExactHatWorkspace(n);
        }

        /// <summary>Change of real income of every economy from the moves alone, fraction; valid after a solve.</summary>
        public Span<double> Income => _income;

        internal Span<double> Friction => _friction;

        internal ExactHatWorkspace Workspace { get; }

        internal bool Solve(double theta) => _model.Solve(_friction, theta, DeficitRule.Multiplicative, Workspace, _options) == ExactHatStatus.Converged;
    }
}
