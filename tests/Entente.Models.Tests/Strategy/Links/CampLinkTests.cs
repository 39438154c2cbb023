using CsCheck;
using Entente.Models.Strategy.Links;
using Entente.Numerics.Networks;

namespace Entente.Models.Tests.Strategy.Links;

public sealed class CampLinkTests
{
    private static readonly Gen<(double[] Sizes, double[] Propensities, double[] Pact)> Landscapes =
        from n in Gen.Int[4, 9]
        from sizes in Eighths(1, 40).Array[n]
        from raw in Eighths(-16, 16).Array[n * n]
        from pact in Eighths(0, 16).Array[n]
        select (sizes, Symmetric(raw, n), pact);

    // Eighths multiply and add without rounding, so that ties are ties in both ways of computing.
    private static Gen<double> Eighths(int from, int to) => Gen.Int[from, to].Select(value => value / 8.0);

    [Fact]
    public void The_descent_ends_where_one_that_weighs_every_division_anew_ends() =>
        Landscapes.Sample(landscape =>
        {
            var link = Of(landscape);
            link.Today.ShouldBe(Slowly(landscape.Sizes, landscape.Propensities, Start(link.Count)));
            link.Energy.ShouldBe(Landscape.Energy(landscape.Sizes, landscape.Propensities, [.. link.Today.Select(side => side > 0 ? 0 : 1)]), 1e-9);
        }, iter: 500);

    [Fact]
    public void A_draw_is_the_landscape_with_its_own_propensities() =>
        Gen.Select(Landscapes, Eighths(0, 8), Eighths(0, 8)).Sample((landscape, kept, shift) =>
        {
            var link = Of(landscape);
            var n = link.Count;
            var changed = (double[])landscape.Propensities.Clone();
            void Set(int i, int j, double value) => changed[(i * n) + j] = changed[(j * n) + i] = value;
            for (var a = 1; a < n - 2; a++) Set(0, a, changed[a] - ((1 - kept) * landscape.Pact[a]));
            var (divider, partner) = (changed[n - 2], changed[((n - 1) * n) + n - 2]);
            Set(0, n - 2, divider + (shift * (partner - divider)));
            Set(n - 1, n - 2, partner + (shift * (divider - partner)));
            var scratch = link.NewScratch();
            link.Evaluate(Enumerable.Repeat(kept, n - 3).ToArray(), shift, scratch);
            scratch.Sides.ShouldBe(Slowly(landscape.Sizes, changed, [.. link.Today]));
            scratch.Energy.ShouldBe(Landscape.Energy(landscape.Sizes, changed, [.. scratch.Sides.Select(side => side > 0 ? 0 : 1)]), 1e-9);
            for (var i = 0; i < n; i++) (scratch.Pull[i] >= 0).ShouldBe(scratch.Sides[i] == scratch.Sides[0]);
        }, iter: 500);

    [Fact]
    public void Without_moves_nothing_changes_even_after_a_draw_with_them() =>
        Landscapes.Sample(landscape =>
        {
            var link = Of(landscape);
            var scratch = link.NewScratch();
            var none = Enumerable.Repeat(0.0, link.Count - 3).ToArray();
            link.Evaluate(none, .7, scratch);
            link.Evaluate([.. none.Select(_ => 1.0)], 0, scratch);
            scratch.Sides.ShouldBe(link.Today);
            scratch.Energy.ShouldBe(link.Energy);
            scratch.Pull.ShouldBe(link.TodayPull);
        }, iter: 200);

    [Fact]
    public void An_ally_held_by_its_pact_alone_leaves_when_the_guarantee_is_withdrawn_and_stays_while_half_of_it_is_kept()
    {
        // Divider, ally, target, partner: the ally is drawn to the divider by 1, of which the pact is 1.5; to the partner by .4.
        var link = new CampLink([2, 1, 1, 2], Symmetric([0, 1, -1, -1, 0, 0, 0, .4, 0, 0, 0, 1, 0, 0, 0, 0], 4), [0, 1.5, 0, 0], [0]);
        link.TodayPull[1].ShouldBe((2 - .8) / (2 + .8), 1e-12);
        var scratch = link.NewScratch();
        link.Evaluate([.8], 0, scratch);
        scratch.Pull[1].ShouldBeGreaterThan(0);
        link.Evaluate([0], 0, scratch);
        scratch.Pull[1].ShouldBe((-1.0 - .8) / (1 + .8), 1e-12);
    }

    [Fact]
    public void What_cannot_be_measured_changes_nothing_and_a_failed_draw_is_failed()
    {
        var link = new CampLink([2, 1, 1, 2], Symmetric([0, 1, -1, -1, 0, 0, 0, .4, 0, 0, 0, 1, 0, 0, 0, 0], 4), [0, 1.5, 0, 0], [0]);
        var scratch = link.NewScratch();
        link.Evaluate([double.NaN], 0, scratch);
        scratch.Energy.ShouldBe(link.Energy);
        link.Evaluate([1], double.NaN, scratch);
        scratch.Energy.ShouldBe(double.NaN);
        scratch.Pull.ShouldAllBe(pull => double.IsNaN(pull));
    }

    [Fact]
    public void A_draw_allocates_nothing()
    {
        var link = new CampLink([2, 1, 1, 2], Symmetric([0, 1, -1, -1, 0, 0, 0, .4, 0, 0, 0, 1, 0, 0, 0, 0], 4), [0, 1.5, 0, 0], [0]);
        var scratch = link.NewScratch();
        double[] kept = [.3];
        link.Evaluate(kept, .1, scratch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        link.Evaluate(kept, .1, scratch);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }

    private static CampLink Of((double[] Sizes, double[] Propensities, double[] Pact) landscape) =>
        new(landscape.Sizes, landscape.Propensities, landscape.Pact, [.. Enumerable.Range(0, landscape.Sizes.Length - 3)]);

    private static double[] Start(int n) => [.. Enumerable.Range(0, n).Select(i => i < n - 2 ? 1.0 : -1.0)];

    private static double[] Symmetric(double[] raw, int n)
    {
        var symmetric = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++) symmetric[(i * n) + j] = symmetric[(j * n) + i] = raw[(i * n) + j];
        }

        return symmetric;
    }

    /// <summary>Steepest descent that computes the energy of every neighbour from nothing.</summary>
    private static double[] Slowly(double[] sizes, double[] propensities, double[] sides)
    {
        double Energy(double[] at) => Landscape.Energy(sizes, propensities, [.. at.Select(side => side > 0 ? 0 : 1)]);
        while (true)
        {
            var (best, low) = (-1, Energy(sides) - 1e-9);
            for (var i = 0; i < sides.Length; i++)
            {
                var moved = (double[])sides.Clone();
                moved[i] = -moved[i];
                if (Energy(moved) < low) (best, low) = (i, Energy(moved));
            }

            if (best < 0) return sides;
            sides[best] = -sides[best];
        }
    }
}
