using CsCheck;
using Entente.Models.Security.Guarantees;
using Entente.Models.Strategy;
using Entente.Numerics.Random;

namespace Entente.Models.Tests.Security.Guarantees;

public sealed class CredibilityTests(Snapshot snapshot)
{
    private const int Poland = 290, SouthKorea = 732, Japan = 740, Russia = 365, China = 710, Ukraine = 369;

    private static WedgeStrategy With(params Move[] moves) => new() { Key = "k", Title = "t", Summary = "s", Divider = 2, Target = Russia, Partner = China, Start = 2025, HorizonYears = 10, Moves = [.. moves] };

    [Fact]
    public void A_missing_aspect_gives_its_weight_to_the_others_and_is_never_zero()
    {
        CredibilityIndex.Of([1, double.NaN, .5, double.NaN, double.NaN], [.2, .2, .2, .2, .2]).ShouldBe(.75, 1e-15);
        CredibilityIndex.Of([double.NaN, double.NaN, double.NaN, double.NaN, double.NaN], [.2, .2, .2, .2, .2]).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_index_lies_between_its_aspects() => Gen.Select(Gen.Double[0, 1].Array[5], Gen.ULong).Sample((values, seed) =>
    {
        var stream = new CounterStream(seed, 0, 0);
        var weights = new double[5];
        CredibilityIndex.DrawWeights(ref stream, weights);
        weights.Sum().ShouldBe(1, 1e-12);
        CredibilityIndex.Of(values, weights).ShouldBeInRange(values.Min() - 1e-12, values.Max() + 1e-12);
    });

    [Fact]
    public void Drawn_weights_have_the_moments_of_the_Dirichlet_distribution()
    {
        var (weights, sum, squares) = (new double[5], new double[5], 0.0);
        const int Draws = 20_000;
        for (var i = 0; i < Draws; i++)
        {
            var stream = new CounterStream(7, (ulong)i, 0);
            CredibilityIndex.DrawWeights(ref stream, weights);
            for (var j = 0; j < 5; j++) sum[j] += weights[j] / Draws;
            squares += weights[0] * weights[0] / Draws;
        }

        foreach (var aspect in Enum.GetValues<GuaranteeAspect>()) sum[(int)aspect].ShouldBe(CredibilityIndex.MeanWeight(aspect), .005);
        Enum.GetValues<GuaranteeAspect>().Sum(CredibilityIndex.MeanWeight).ShouldBe(1, 1e-15);

        // Variance of a Dirichlet share: m (1 − m) / (α₀ + 1) with α₀ = 12.
        (squares - (sum[0] * sum[0])).ShouldBe(4 / 12.0 * (8 / 12.0) / 13, .001);
    }

    [Fact]
    public void At_the_mean_index_the_published_rate_holds_and_more_credibility_is_more_defence()
    {
        CredibilityIndex.Defended(.745, 3, .6, .6).ShouldBe(.745, 1e-12);
        Gen.Select(Gen.Double[.05, .95], Gen.Double[.1, 8], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((rate, slope, a, b) =>
            CredibilityIndex.Defended(rate, slope, Math.Max(a, b), .5).ShouldBeGreaterThanOrEqualTo(CredibilityIndex.Defended(rate, slope, Math.Min(a, b), .5)));
    }

    [Fact]
    public void Codings_are_the_published_ones() => ReliabilityCodings.All.Select(coding => coding.Rate).ShouldBe([.745, .66, .22, .41, .667]);

    [Fact]
    public void Aspects_are_read_with_their_years()
    {
        var profiles = GuaranteeReader.Read(snapshot.World, 2, [SouthKorea, Japan, GuaranteeReader.Taiwan], 2025);
        profiles.ShouldAllBe(profile => profile.Components.Length == CredibilityIndex.Aspects);
        profiles[0].HasTreaty.ShouldBeTrue();
        profiles[0].Components[(int)GuaranteeAspect.Troops].Value.ShouldBeInRange(.85, .95);
        profiles[1].Components[(int)GuaranteeAspect.Troops].Year.ShouldBe(2025);
        profiles[1].Components[(int)GuaranteeAspect.Arms].Value.ShouldBeGreaterThan(.8);
        profiles[2].HasTreaty.ShouldBeFalse();
        profiles[2].Note.ShouldNotBeNull().ShouldContain("Taiwan Relations Act");
        profiles[2].Components[(int)GuaranteeAspect.Votes].IsMissing.ShouldBeTrue();
        profiles[2].Components[(int)GuaranteeAspect.Obligation].Source.ShouldBe("judgement");
    }

    [Fact]
    public void Nothing_later_than_the_year_is_read()
    {
        foreach (var profile in GuaranteeReader.Read(snapshot.World, 2, [Poland, Japan], 2005))
        {
            profile.Components.ShouldAllBe(component => component.Year <= 2005);
        }
    }

    [Fact]
    public void Forces_of_other_patrons_are_missing_and_not_zero() =>
        GuaranteeReader.Read(snapshot.World, Russia, [370], 2015)[0].Components[(int)GuaranteeAspect.Troops].IsMissing.ShouldBeTrue();

    [Fact]
    public void Allies_of_the_United_States_cover_NATO_and_the_Pacific_and_Taiwan()
    {
        var allies = GuaranteeReader.Allies(snapshot.World, 2, 2025);
        foreach (var id in new[] { Poland, SouthKorea, Japan, 900, GuaranteeReader.Taiwan, 375, 380 }) allies.ShouldContain(id);
        GuaranteeReader.Allies(snapshot.World, 225, 2025).ShouldBeEmpty();
    }

    [Fact]
    public void Moves_count_where_they_fall()
    {
        var world = snapshot.World;
        PatronMoves.Effect(world, With(new GuaranteeMove(["NATO"], -.3)), Poland).ShouldBe(new MoveEffect(.7, 0, 0));
        PatronMoves.Effect(world, With(new GuaranteeMove(["NATO"], -.3)), Japan).ShouldBe(MoveEffect.None);
        PatronMoves.Effect(world, With(new GuaranteeMove(["Poland"], .4)), Poland).Raised.ShouldBe(.4);
        PatronMoves.Effect(world, With(new RecognitionMove("x", .5)), Japan).Watched.ShouldBe(.5, 1e-12);
        PatronMoves.Effect(world, With(new ArmsMove(Ukraine, -.8)), Japan).Watched.ShouldBe(.8, 1e-12);
        PatronMoves.Effect(world, With(new ArmsMove(Poland, -.8)), Poland).Kept.ShouldBe(.6, 1e-12);
        PatronMoves.Effect(world, With(new SanctionsMove(false, Poland, ["USA"], 1)), Poland).Kept.ShouldBe(.5, 1e-12);
        PatronMoves.Effect(world, With(new SanctionsMove(true, Russia, ["USA"], 1)), Poland).ShouldBe(MoveEffect.None);
    }

    [Fact]
    public void An_index_after_moves_stays_inside_its_scale() => Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((index, kept, raised, watched, spill) =>
    {
        new MoveEffect(kept, raised, watched).Apply(index, spill).ShouldBeInRange(0, 1);
        new MoveEffect(kept, 0, watched).Apply(index, spill).ShouldBeLessThanOrEqualTo(index);
        new MoveEffect(1, raised, 0).Apply(index, spill).ShouldBeGreaterThanOrEqualTo(index - 1e-15);
        MoveEffect.None.Apply(index, spill).ShouldBe(index);
    });
}
