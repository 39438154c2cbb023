using CsCheck;
using Entente.Numerics.Similarity;

namespace Entente.Tests.Similarity;

public class VoteMeasuresTests
{
    private static readonly SimilarityMeasure[] Measures = Enum.GetValues<SimilarityMeasure>();
    private static readonly Gen<byte[]> Votes = Gen.Int[0, 3].Select(vote => (byte)vote).Array[0, 90];
    private static readonly Gen<double[]> Tables = Gen.Int[0, 60].Select(count => (double)count).Array[9];

    private static double[] Table(byte[] a, byte[] b)
    {
        var table = new double[9];
        for (var k = 0; k < Math.Min(a.Length, b.Length); k++)
        {
            if (a[k] != 0 && b[k] != 0) table[((a[k] - 1) * 3) + b[k] - 1]++;
        }

        return table;
    }

    private static double[] All(double[] table)
    {
        var values = new double[VoteMeasures.Count];
        VoteMeasures.Compute(table, values);
        return values;
    }

    [Fact]
    public void Every_measure_is_what_its_definition_says() => Gen.Select(Votes, Votes).Sample((a, b) =>
    {
        var length = Math.Min(a.Length, b.Length);
        var found = All(Table(a, b));
        foreach (var measure in Measures) RawDefinitions.ShouldAgree(found[(int)measure], RawDefinitions.Of(measure, a[..length], b[..length]), 1e-11, measure.ToString());
    });

    [Fact]
    public void The_general_table_of_any_size_agrees_with_the_one_of_votes() => Tables.Sample(table =>
    {
        var found = All(table);
        void Check(SimilarityMeasure measure, double value) => RawDefinitions.ShouldAgree(found[(int)measure], value, 1e-12, measure.ToString());
        Check(SimilarityMeasure.Identical, CategoricalSimilarity.Identical(table, 3));
        Check(SimilarityMeasure.Agreement, CategoricalSimilarity.Agreement(table, 3));
        Check(SimilarityMeasure.SAbsolute, CategoricalSimilarity.S(table, 3));
        Check(SimilarityMeasure.SSquared, CategoricalSimilarity.S(table, 3, squared: true));
        Check(SimilarityMeasure.KappaNominal, CategoricalSimilarity.CohenKappa(table, 3, DisagreementWeights.Nominal));
        Check(SimilarityMeasure.KappaLinear, CategoricalSimilarity.CohenKappa(table, 3, DisagreementWeights.Linear));
        Check(SimilarityMeasure.KappaQuadratic, CategoricalSimilarity.CohenKappa(table, 3, DisagreementWeights.Quadratic));
        Check(SimilarityMeasure.PiNominal, CategoricalSimilarity.ScottPi(table, 3, DisagreementWeights.Nominal));
        Check(SimilarityMeasure.PiLinear, CategoricalSimilarity.ScottPi(table, 3, DisagreementWeights.Linear));
        Check(SimilarityMeasure.PiQuadratic, CategoricalSimilarity.ScottPi(table, 3, DisagreementWeights.Quadratic));
        Check(SimilarityMeasure.TauB, CategoricalSimilarity.TauB(table, 3));
    });

    [Fact]
    public void Which_state_comes_first_changes_no_bit() => Tables.Sample(table =>
    {
        double[] turned = [table[0], table[3], table[6], table[1], table[4], table[7], table[2], table[5], table[8]];
        return All(table).AsSpan().SequenceEqual(All(turned));
    });

    [Fact]
    public void Calling_yes_no_and_no_yes_leaves_every_measure_as_it_was() => Tables.Sample(table =>
    {
        double[] reversed = [.. table.Reverse()];
        var (found, other) = (All(table), All(reversed));
        for (var m = 0; m < found.Length; m++) RawDefinitions.ShouldAgree(other[m], found[m], 1e-13, Measures[m].ToString());
    });

    [Fact]
    public void S_and_tau_stay_between_minus_one_and_one_and_no_index_exceeds_one() => Tables.Sample(table => Measures.All(measure =>
    {
        var value = All(table)[(int)measure];
        var lowest = measure is SimilarityMeasure.Identical or SimilarityMeasure.Agreement ? 0 : measure is SimilarityMeasure.SAbsolute or SimilarityMeasure.SSquared or SimilarityMeasure.TauB ? -1 : double.NegativeInfinity;
        return double.IsNaN(value) || (value >= lowest - 1e-12 && value <= 1 + 1e-12);
    }));

    [Fact]
    public void Identical_votes_of_more_than_one_kind_score_one_on_every_measure() => Gen.Int[0, 50].Array[3].Where(counts => counts.Count(count => count > 0) > 1).Sample(counts =>
    {
        foreach (var value in All([counts[0], 0, 0, 0, counts[1], 0, 0, 0, counts[2]])) value.ShouldBe(1, 1e-12);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    public void Where_both_always_voted_the_same_single_way_the_corrected_measures_are_undefined_and_not_one(int cell)
    {
        var table = new double[9];
        table[cell] = 17;
        var values = All(table);
        foreach (var measure in Measures)
        {
            if (measure <= SimilarityMeasure.SSquared) values[(int)measure].ShouldBe(1);
            else double.IsNaN(values[(int)measure]).ShouldBeTrue(measure.ToString());
        }

        double.IsNaN(CategoricalSimilarity.CohenKappa(table, 3, DisagreementWeights.Quadratic)).ShouldBeTrue();
        double.IsNaN(CategoricalSimilarity.TauB(table, 3)).ShouldBeTrue();
    }

    [Fact]
    public void One_side_that_never_varies_leaves_tau_undefined_and_kappa_at_chance()
    {
        double[] table = [5, 3, 2, 0, 0, 0, 0, 0, 0];
        var values = All(table);
        double.IsNaN(values[(int)SimilarityMeasure.TauB]).ShouldBeTrue();
        values[(int)SimilarityMeasure.KappaQuadratic].ShouldBe(0, 1e-15);
        values[(int)SimilarityMeasure.KappaNominal].ShouldBe(0, 1e-15);
    }

    [Fact]
    public void No_common_vote_leaves_everything_undefined() => All(new double[9]).ShouldAllBe(value => double.IsNaN(value));

    [Fact]
    public void There_are_as_many_names_of_measures_as_values() => Measures.Length.ShouldBe(VoteMeasures.Count);
}
