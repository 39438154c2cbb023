using System.Text.Json;
using CsCheck;
using Entente.Numerics.Networks;
using Entente.Tests;

namespace Entente.Numerics.Tests.Networks;

public class LandscapeTests
{
    /// <summary>Eleven actors of the Syrian war as Furnas and Axelrod rated them: published energies, minima and basins.</summary>
    [Theory]
    [InlineData("base", "size_base")]
    [InlineData("weak_syria", "size_weak_syria")]
    public void The_published_landscape_is_reproduced(string variant, string sizeName)
    {
        var (root, names) = Case("cases/landscape/landscape_furnas_axelrod_2016.json");
        var (sizes, propensities) = (Numbers(root.GetProperty(sizeName)), Numbers(root.GetProperty("propensity")));
        var expected = root.GetProperty("expected").GetProperty(variant).GetProperty("local_minima");
        var solution = Landscape.Solve(sizes, propensities);
        solution.Configurations.ShouldBe(1024);
        solution.Minima.Length.ShouldBe(expected.GetArrayLength());
        var minority = expected[0].GetProperty("minority").EnumerateArray().Select(name => names.IndexOf(name.GetString()!)).Order();
        solution.Minima[0].Energy.ShouldBe(expected[0].GetProperty("energy").GetDouble());
        solution.Minima[0].Basin.ShouldBe(1024);
        Enumerable.Range(0, names.Count).Where(actor => solution.Minima[0].Camps[actor] == 1).ShouldBe(minority);
    }

    [Fact]
    public void Published_energies_of_single_configurations_are_reproduced()
    {
        var (root, _) = Case("cases/landscape/landscape_furnas_axelrod_2016.json");
        foreach (var check in root.GetProperty("spot_checks_base").EnumerateArray())
        {
            int[] camps = [.. check.GetProperty("config").GetString()!.Split(' ')[0].Split(',').Select(camp => int.Parse(camp, null) - 1)];
            Landscape.Energy(Numbers(root.GetProperty("size_base")), Numbers(root.GetProperty("propensity")), camps).ShouldBe(check.GetProperty("energy").GetDouble());
        }
    }

    /// <summary>Seventeen states of 1936 in our reconstruction: two minima with their basins.</summary>
    [Fact]
    public void The_reconstruction_of_1936_has_its_two_minima()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/landscape/landscape_1936_reconstruction.json")));
        var root = document.RootElement;
        var names = root.GetProperty("order").EnumerateArray().Select(name => name.GetString()!).ToList();
        double[] sizes = [.. names.Select(name => root.GetProperty("size_cinc_x100_1936").GetProperty(name).GetDouble())];
        var solution = Landscape.Solve(sizes, Numbers(root.GetProperty("propensity")));
        var expected = root.GetProperty("recomputed_local_minima").EnumerateArray().ToList();
        solution.Minima.Length.ShouldBe(2);
        for (var k = 0; k < 2; k++)
        {
            var (minimum, union) = (solution.Minima[k], names.IndexOf("SU"));
            (minimum.Energy / 2).ShouldBe(expected[k].GetProperty("energy_unordered_pairs").GetDouble(), 1e-6);
            minimum.Basin.ShouldBe(expected[k].GetProperty("steepest_descent_basin").GetInt64());
            names.Where((_, i) => minimum.Camps[i] == minimum.Camps[union]).Order(StringComparer.Ordinal).ShouldBe(expected[k].GetProperty("side_with_SU").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Minima_and_basins_agree_with_a_walk_from_every_configuration() => Actors(2, 9).Sample(pair =>
    {
        var (sizes, propensities) = pair;
        var n = sizes.Length;
        var solution = Landscape.Solve(sizes, propensities);
        var ends = new Dictionary<string, long>();
        for (var code = 0; code < 1 << (n - 1); code++)
        {
            int[] camps = [.. Enumerable.Range(0, n).Select(i => i == 0 ? 0 : (code >> (i - 1)) & 1)];
            while (true)
            {
                var now = Landscape.Energy(sizes, propensities, camps);
                var changes = Enumerable.Range(0, n).Select(i => Landscape.Energy(sizes, propensities, [.. camps.Select((camp, j) => j == i ? 1 - camp : camp)]) - now).ToArray();
                var best = Array.IndexOf(changes, changes.Min());
                if (changes[best] >= -1e-9) break;
                camps[best] = 1 - camps[best];
            }

            var key = string.Concat(camps.Select(camp => camp ^ camps[0]));
            ends[key] = ends.GetValueOrDefault(key) + 1;
        }

        solution.Minima.ToDictionary(minimum => string.Concat(minimum.Camps), minimum => minimum.Basin).ShouldBe(ends, ignoreOrder: true);
    }, iter: 150);

    [Fact]
    public void The_lowest_energy_is_the_least_frustration_of_the_signed_network() => Actors(3, 12).Sample(pair =>
    {
        // E = 2·Σ over pairs apart of w = 2·(frustration + sum of the negative weights).
        var (sizes, propensities) = pair;
        var n = sizes.Length;
        var edges = new List<SignedEdge>();
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++) edges.Add(new SignedEdge(i, j, sizes[i] * sizes[j] * propensities[(i * n) + j]));
        }

        var least = FrustrationIndex.Solve(SignedNetwork.Of(n, edges));
        Landscape.Solve(sizes, propensities).Minima[0].Energy.ShouldBe(2 * (least.Value + edges.Sum(edge => Math.Min(0, edge.Weight))), 1e-6 * (1 + Math.Abs(least.Value)));
    }, iter: 150);

    [Fact]
    public void No_margin_is_negative_and_a_larger_threat_than_the_margin_turns_the_actor() => Actors(3, 9).Sample(pair =>
    {
        var (sizes, propensities) = pair;
        var n = sizes.Length;
        var minimum = Landscape.Solve(sizes, propensities).Minima[0];
        minimum.Margins.ShouldAllBe(margin => margin >= -1e-9);
        var i = 1;
        var other = Enumerable.Range(0, n).FirstOrDefault(j => minimum.Camps[j] != minimum.Camps[i] && sizes[j] > 0, -1);
        if (other < 0 || sizes[i] == 0) return;
        var changed = propensities.ToArray();
        changed[(i * n) + other] += (minimum.Margins[i] / sizes[other] * 1.001) + .001;
        changed[(other * n) + i] = changed[(i * n) + other];
        var turned = minimum.Camps.Select((camp, j) => j == i ? 1 - camp : camp).ToArray();
        Landscape.Energy(sizes, changed, turned).ShouldBeLessThan(Landscape.Energy(sizes, changed, [.. minimum.Camps]));
    }, iter: 200);

    [Fact]
    public void What_is_no_landscape_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Landscape.Solve(new double[26], new double[676]));
        Should.Throw<ArgumentOutOfRangeException>(() => Landscape.Solve([1], [0]));
        Should.Throw<ArgumentException>(() => Landscape.Solve([1, 1], [0, double.NaN, 1, 0])).Message.ShouldContain("no finite number");
        Should.Throw<ArgumentException>(() => Landscape.Solve([1, -1], [0, 1, 1, 0])).Message.ShouldContain("size of actor 1");
        Should.Throw<ArgumentException>(() => Landscape.Solve([1, 1], [0, 1])).Message.ShouldContain("need 4 propensities");
    }

    private static Gen<(double[] Sizes, double[] Propensities)> Actors(int low, int high) => Gen.Int[low, high].SelectMany(n => Gen.Select(Gen.Int[1, 40].Select(size => size / 4.0).Array[n], Gen.Int[-8, 8].Select(rating => rating / 4.0).Array[n * n]).Select((sizes, raw) =>
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++) raw[(i * n) + j] = raw[(j * n) + i];
        }

        return (sizes, raw);
    }));

    private static double[] Numbers(JsonElement element) =>
        [.. element.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.Array ? item.EnumerateArray().Select(value => value.GetDouble()) : [item.GetDouble()])];

    private static (JsonElement Root, List<string> Names) Case(string path)
    {
        var root = JsonDocument.Parse(File.ReadAllText(Shared.Path(path))).RootElement;
        return (root, [.. root.GetProperty("order").EnumerateArray().Select(name => name.GetString()!)]);
    }
}
