using System.Text.Json;
using Entente.Numerics.Similarity;

namespace Entente.Tests.Similarity;

/// <summary>Germany and Russia in 1914: Signorino and Ritter (1999), Table 6, with the values that they and others published, and the variants recomputed from the definitions.</summary>
public class SignorinoRitterCaseTests
{
    private static readonly JsonElement Case = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/similarity/similarity_signorino_ritter_table6.json"))).RootElement;

    private static double[] Values(string name) => [.. Case.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static double[] Table(int categories, double[]? weights = null)
    {
        var table = new double[categories * categories];
        int[] Codes(string name) => [.. Values(name).Select(value => categories == 2 ? Math.Sign(value) : (int)value)];
        PortfolioSimilarity.Tabulate(Codes("gmy"), Codes("rus"), weights, table, categories);
        return table;
    }

    [Fact]
    public void The_published_values_come_out()
    {
        var published = Case.GetProperty("published");
        PortfolioSimilarity.S(Values("gmy"), Values("rus"), [], 3).ShouldBe(published.GetProperty("S_abs_unweighted").GetDouble(), 1e-12);
        PortfolioSimilarity.S(Values("gmy"), Values("rus"), Values("syscap"), 3).ShouldBe(published.GetProperty("S_abs_weighted_syscap").GetDouble(), 1e-12);
        CategoricalSimilarity.TauB(Table(4), 4).ShouldBe(published.GetProperty("tau_b").GetDouble(), 5e-9); // printed with eight decimals
        CategoricalSimilarity.CohenKappa(Table(4), 4, DisagreementWeights.Quadratic).ShouldBe(published.GetProperty("cohen_kappa_quadratic_levels0-3").GetDouble(), 5e-9);
        CategoricalSimilarity.ScottPi(Table(4), 4, DisagreementWeights.Nominal).ShouldBe(published.GetProperty("scott_pi_levels0-3").GetDouble(), 5e-9);
    }

    [Fact]
    public void Every_variant_of_weights_and_coding_comes_out()
    {
        var expected = Case.GetProperty("computed_here");
        void Check(string name, double value) => value.ShouldBe(expected.GetProperty(name).GetDouble(), 1e-12, name);
        Check("S_abs_unw", CategoricalSimilarity.S(Table(4), 4));
        Check("S_abs_w", CategoricalSimilarity.S(Table(4, Values("syscap")), 4));
        Check("S_sq_unw", PortfolioSimilarity.S(Values("gmy"), Values("rus"), [], 3, squared: true));
        Check("S_sq_w", PortfolioSimilarity.S(Values("gmy"), Values("rus"), Values("syscap"), 3, squared: true));
        Check("kappa_nominal", CategoricalSimilarity.CohenKappa(Table(4), 4, DisagreementWeights.Nominal));
        Check("kappa_lin", CategoricalSimilarity.CohenKappa(Table(4), 4, DisagreementWeights.Linear));
        Check("kappa_quad", CategoricalSimilarity.CohenKappa(Table(4), 4, DisagreementWeights.Quadratic));
        Check("pi_nominal", CategoricalSimilarity.ScottPi(Table(4), 4, DisagreementWeights.Nominal));
        Check("pi_lin", CategoricalSimilarity.ScottPi(Table(4), 4, DisagreementWeights.Linear));
        Check("pi_quad", CategoricalSimilarity.ScottPi(Table(4), 4, DisagreementWeights.Quadratic));
        Check("S_bin", CategoricalSimilarity.S(Table(2), 2));
        Check("kappa_bin", CategoricalSimilarity.CohenKappa(Table(2), 2, DisagreementWeights.Nominal));
        Check("pi_bin", CategoricalSimilarity.ScottPi(Table(2), 2, DisagreementWeights.Nominal));
    }

    [Fact]
    public void With_two_categories_the_weights_do_not_matter()
    {
        foreach (var weights in Enum.GetValues<DisagreementWeights>())
        {
            CategoricalSimilarity.CohenKappa(Table(2), 2, weights).ShouldBe(.0625, 1e-12);
            CategoricalSimilarity.ScottPi(Table(2), 2, weights).ShouldBe(.0625, 1e-12);
        }
    }
}
