using System.Collections.Immutable;
using Entente.World.Evidence;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private ImmutableArray<HypothesisWeight>? _hypothesisWeights;
    private ImmutableArray<LineScore>? _lineScores;

    /// <summary>Stacking weights of rival explanations of alignment (source "entente-evidence"), by horizon and key; empty where the edition holds none.</summary>
    public ImmutableArray<HypothesisWeight> HypothesisWeights => _hypothesisWeights ??= !Holds(StoreSchema.HypothesisWeights) ? [] : Rows(
        Select(StoreSchema.HypothesisWeights, "horizon", "hypothesis", "weight", "low", "high", "log_gain", "first_origin", "last_origin"),
        static (c, i) => new HypothesisWeight(c.Integers(0)[i], c.Texts(1)[i]!, c.Reals(2)[i], c.Reals(3)[i], c.Reals(4)[i], c.Reals(5)[i], c.Integers(6)[i], c.Integers(7)[i]));

    /// <summary>What each line of evidence said of past wedge attempts out of sample (source "entente-evidence"), by case and line; empty where the edition holds none.</summary>
    public ImmutableArray<LineScore> LineScores => _lineScores ??= !Holds(StoreSchema.LineScores) ? [] : Rows(
        Select(StoreSchema.LineScores, "case", "line", "year", "probability", "outcome"),
        static (c, i) => new LineScore(c.Texts(0)[i]!, c.Texts(1)[i]!, c.Integers(2)[i], c.Reals(3)[i], c.Reals(4)[i]));
}
