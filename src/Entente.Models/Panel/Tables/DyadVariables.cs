using System.Collections.Immutable;
using Entente.Numerics.Similarity;

namespace Entente.Models.Panel.Tables;

/// <summary>The variables of the dyad-year panel and how each is read.</summary>
internal static partial class DyadVariables
{
    private const int UnitedStates = 2;

    /// <summary>All variables, in the order of the file.</summary>
    public static ImmutableArray<(PanelVariable Variable, Func<PanelReader, float[]> Read)> All { get; } = [.. Alignment(), .. Politics(), .. Economics(), .. Security()];

    private static (PanelVariable, Func<PanelReader, float[]>) Of(
        PanelBlock block, string name, string description, string unit, ImmutableArray<string> sources, Func<PanelReader, float[]> read, string note = "") =>
        (new PanelVariable(name, block, description, unit, sources, note), read);

    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Alignment()
    {
        const PanelBlock Block = PanelBlock.Alignment;
        ImmutableArray<string> votes = ["unga-votes"];
        const string Hole = "2024 holds six roll calls; a figure on few common votes says little (see common_votes)";
        yield return Of(Block, "common_votes", "roll calls of the General Assembly on which both voted", "count", votes, r => r.CommonVotes(RollCallScope.All), "missing where either cast no vote in the year");
        yield return Of(Block, "vote_agreement", "mean agreement: same vote 1, one of the two abstained .5, opposed 0", "0 to 1", votes, r => r.Votes(SimilarityMeasure.Agreement, RollCallScope.All), Hole);
        yield return Of(Block, "vote_agreement_contested", "the same without unanimous roll calls", "0 to 1", votes, r => r.Votes(SimilarityMeasure.Agreement, RollCallScope.Contested), Hole);
        yield return Of(Block, "vote_identical", "share of identical votes", "0 to 1", votes, r => r.Votes(SimilarityMeasure.Identical, RollCallScope.All), Hole);
        yield return Of(Block, "vote_s", "S of Signorino and Ritter (1999), absolute distances", "-1 to 1", votes, r => r.Votes(SimilarityMeasure.SAbsolute, RollCallScope.All), Hole);
        yield return Of(Block, "vote_kappa", "Cohen's kappa, linear weights (Häge 2011)", "-1 to 1", votes, r => r.Votes(SimilarityMeasure.KappaLinear, RollCallScope.All), Hole);
        yield return Of(Block, "vote_pi", "Scott's pi, linear weights (Häge 2011)", "-1 to 1", votes, r => r.Votes(SimilarityMeasure.PiLinear, RollCallScope.All), Hole);
        ImmutableArray<string> points = ["entente-points"];
        yield return Of(Block, "ideal_point_a", "ideal point of a", "standard deviations over all state-years", points, r => r.OfA(r.States.Point));
        yield return Of(Block, "ideal_point_b", "ideal point of b", "standard deviations", points, r => r.OfB(r.States.Point));
        yield return Of(Block, "ideal_point_distance", "|ideal point of a - ideal point of b|", "standard deviations", points, r => r.Pairs(r.States.Point, static (a, b) => Math.Abs(a - b)), "estimated by this project after Bailey, Strezhnev and Voeten (2017)");
    }

    private static IEnumerable<(PanelVariable, Func<PanelReader, float[]>)> Politics()
    {
        const PanelBlock Block = PanelBlock.Politics;
        ImmutableArray<string> vdem = ["vdem"];
        ImmutableArray<string> leaders = ["archigos", "leader-supplement"];
        yield return Of(Block, "democracy_a", "liberal democracy index of a", "0 to 1", vdem, r => r.OfA(r.States.Democracy));
        yield return Of(Block, "democracy_b", "liberal democracy index of b", "0 to 1", vdem, r => r.OfB(r.States.Democracy));
        yield return Of(Block, "regime_distance", "|democracy of a - democracy of b|", "0 to 1", vdem, r => r.Pairs(r.States.Democracy, static (a, b) => Math.Abs(a - b)));
        yield return Of(Block, "joint_democracy", "the lower of the two indices (weak link)", "0 to 1", vdem, r => r.Pairs(r.States.Democracy, Math.Min));
        yield return Of(Block, "personalist_a", "1 where a has a personalist regime", "0 or 1", ["reign"], r => r.OfA(r.States.Personalist), "ends in 2021");
        yield return Of(Block, "personalist_b", "1 where b has", "0 or 1", ["reign"], r => r.OfB(r.States.Personalist), "ends in 2021");
        const string Supplement = "after 2015 only for 20 states";
        yield return Of(Block, "leader_change_a", "1 where a has another leader on 31 December than a year before", "0 or 1", leaders, r => r.OfA(r.States.LeaderChange), Supplement);
        yield return Of(Block, "leader_change_b", "1 where b has", "0 or 1", leaders, r => r.OfB(r.States.LeaderChange), Supplement);
        yield return Of(Block, "leader_change", "1 where either has", "0 or 1", leaders, r => r.Pairs(r.States.LeaderChange, Math.Max), Supplement);
        ImmutableArray<string> points = ["entente-points"];
        const string Own = "made of the same votes as alignment: lag it";
        yield return Of(Block, "us_distance_a", "distance of a's ideal point from that of the United States", "standard deviations", points, r => r.OfA(UsDistance(r)), Own);
        yield return Of(Block, "us_distance_b", "distance of b's", "standard deviations", points, r => r.OfB(UsDistance(r)), Own);
        yield return Of(Block, "us_distance_joint", "the lower of the two: how far both stand from the United States", "standard deviations", points, r => r.Pairs(UsDistance(r), Math.Min), Own);
        yield return Of(Block, "shared_foes", "ln(1 + third states with which each of the two had a dispute as originators in the ten years up to this one)", "log count", ["cow-mid"], SharedFoes, "1825 to 2014");
    }

    private static Func<int, int, double> UsDistance(PanelReader reader) => (state, year) => Math.Abs(reader.States.Point(state, year) - reader.States.Point(UnitedStates, year));

    // By year: who had whom as a foe; then the intersections of each pair.
    private static float[] SharedFoes(PanelReader reader)
    {
        const int Window = 10;
        const int Last = 2014;
        var column = reader.Until(1816 + Window - 1, Last);
        var byYear = reader.World.DisputeYears("cow").Where(dispute => dispute.Originated > 0).ToLookup(dispute => dispute.Year);
        for (var year = Math.Max(reader.Frame.FirstYear, 1816 + Window - 1); year <= Math.Min(reader.Frame.LastYear, Last); year++)
        {
            var quarrelsOf = new Dictionary<int, HashSet<int>>();
            for (var back = 0; back < Window; back++)
            {
                foreach (var dispute in byYear[year - back])
                {
                    Add(dispute.A, dispute.B);
                    Add(dispute.B, dispute.A);
                }
            }

            var counts = new Dictionary<int, int>();
            foreach (var foes in quarrelsOf.Values)
            {
                int[] sharers = [.. foes];
                for (var i = 0; i < sharers.Length; i++)
                {
                    for (var j = i + 1; j < sharers.Length; j++)
                    {
                        if (reader.Frame.Row(sharers[i], sharers[j], year) is >= 0 and var row) counts[row] = counts.GetValueOrDefault(row) + 1;
                    }
                }
            }

            foreach (var (row, count) in counts) column[row] = (float)Math.Log(1 + count);

            void Add(int foe, int of)
            {
                if (!quarrelsOf.TryGetValue(of, out var foes)) quarrelsOf[of] = foes = [];
                foes.Add(foe);
            }
        }

        return column;
    }
}
