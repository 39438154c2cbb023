using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Models.Coalitions.Landscapes;
using Entente.Numerics.Networks;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Coalitions;

public class LandscapeStudyTests(Snapshot snapshot)
{
    private static readonly LandscapeOptions Few = new() { Draws = 20 };

    private static string Yaml(IReadOnlyList<string> keys, IReadOnlyList<double> sizes, Func<int, int, double> propensity)
    {
        var text = new StringBuilder("name: case\nactors:\n");
        for (var i = 0; i < keys.Count; i++) text.Append(CultureInfo.InvariantCulture, $"  - {{ key: \"{keys[i]}\", size: {sizes[i]:R} }}\n");
        text.Append("factors:\n  - name: ratings\n    pairs:\n");
        for (var i = 0; i < keys.Count; i++)
        {
            for (var j = i + 1; j < keys.Count; j++) text.Append(CultureInfo.InvariantCulture, $"      - [\"{keys[i]}\", \"{keys[j]}\", {propensity(i, j):R}]\n");
        }

        return text.ToString();
    }

    private static string[] Minority(LandscapeAnswer answer, LandscapeCamps camps)
    {
        var fewer = camps.Camps.Count(camp => camp == 1) * 2 <= camps.Camps.Length ? 1 : 0;
        return [.. Enumerable.Range(0, camps.Camps.Length).Where(i => camps.Camps[i] == fewer).Select(i => answer.Problem.Actors[i].Key).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("base", "size_base")]
    [InlineData("weak_syria", "size_weak_syria")]
    public void The_ratings_of_Furnas_and_Axelrod_give_their_energies(string name, string sizes)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/landscape/landscape_furnas_axelrod_2016.json")));
        var root = json.RootElement;
        string[] keys = [.. root.GetProperty("order").EnumerateArray().Select(key => key.GetString()!)];
        var text = Yaml(keys, [.. root.GetProperty(sizes).EnumerateArray().Select(size => size.GetDouble())], (i, j) => root.GetProperty("propensity")[i][j].GetDouble());
        var answer = LandscapeStudy.Run(LandscapeFile.Parse(text, "case.yaml"), options: Few);
        var expected = root.GetProperty("expected").GetProperty(name).GetProperty("local_minima");
        answer.Configurations.ShouldBe(1024);
        answer.Minima.Length.ShouldBe(expected.GetArrayLength());
        answer.Minima[0].Energy.ShouldBe(expected[0].GetProperty("energy").GetDouble());
        (answer.Minima[0].Share * 1024).ShouldBe(expected[0].GetProperty("basin_steepest_descent").GetInt32());
        Minority(answer, answer.Minima[0]).ShouldBe(expected[0].GetProperty("minority").EnumerateArray().Select(key => key.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_reconstruction_of_1936_gives_its_two_minima_with_their_basins()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/landscape/landscape_1936_reconstruction.json")));
        var root = json.RootElement;
        string[] keys = [.. root.GetProperty("order").EnumerateArray().Select(key => key.GetString()!)];
        double[] sizes = [.. keys.Select(key => root.GetProperty("size_cinc_x100_1936").GetProperty(key).GetDouble())];
        var answer = LandscapeStudy.Run(LandscapeFile.Parse(Yaml(keys, sizes, (i, j) => root.GetProperty("propensity")[i][j].GetDouble()), "case.yaml"), options: Few with { Reference = "SU" });
        var expected = root.GetProperty("recomputed_local_minima");
        answer.Minima.Length.ShouldBe(expected.GetArrayLength());
        for (var m = 0; m < answer.Minima.Length; m++)
        {
            answer.Minima[m].Energy.ShouldBe(2 * expected[m].GetProperty("energy_unordered_pairs").GetDouble(), 1e-6);
            (answer.Minima[m].Share * 65536).ShouldBe(expected[m].GetProperty("steepest_descent_basin").GetInt32());
            Enumerable.Range(0, 17).Where(i => answer.Minima[m].Camps[i] == 0).Select(i => keys[i]).Order(StringComparer.Ordinal)
                .ShouldBe(expected[m].GetProperty("side_with_SU").EnumerateArray().Select(key => key.GetString()!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Moving_a_propensity_past_what_is_needed_makes_the_actor_leave_and_no_sooner()
    {
        var problem = LandscapeFile.Read("europe-1936");
        var answer = LandscapeStudy.Run(problem, options: Few);
        var (n, sizes) = (problem.Actors.Length, problem.Sizes());
        foreach (var one in answer.Switches)
        {
            foreach (var lever in new[] { one.Own, one.Other })
            {
                if (lever is not { } pair) continue;
                Margin(one.Actor, pair.Partner, pair.Now + (.999 * (pair.Needed - pair.Now))).ShouldBeGreaterThanOrEqualTo(0);
                Margin(one.Actor, pair.Partner, pair.Now + (1.001 * (pair.Needed - pair.Now))).ShouldBeLessThan(0);
            }
        }

        double Margin(int i, int j, double propensity)
        {
            var camps = answer.Minima[0].Camps;
            var changed = problem.Propensities();
            changed[(i * n) + j] = changed[(j * n) + i] = propensity;
            var stay = Landscape.Energy(sizes, changed, camps.AsSpan());
            return Landscape.Energy(sizes, changed, camps.SetItem(i, 1 - camps[i]).AsSpan()) - stay;
        }
    }

    [Fact]
    public void The_order_of_actors_does_not_matter()
    {
        var problem = LandscapeFile.Read("europe-1936");
        var turned = problem.Keep([.. Enumerable.Range(0, problem.Actors.Length).Reverse()]);
        var (one, two) = (LandscapeStudy.Run(problem, options: Few), LandscapeStudy.Run(turned, options: Few));
        two.Minima.Select(m => Math.Round(m.Energy, 6)).ShouldBe(one.Minima.Select(m => Math.Round(m.Energy, 6)));
        two.Minima[0].Camps.Reverse().ShouldBe(one.Minima[0].Camps);
        two.Variants.Select(variant => variant.Survives).ShouldBe(one.Variants.Select(variant => variant.Survives));
        two.Draws[0].Survives.ShouldBe(one.Draws[0].Survives);
    }

    [Fact]
    public void The_same_seed_gives_the_same_draws_and_shares_are_shares()
    {
        var problem = LandscapeFile.Read("europe-1936");
        var (one, two) = (LandscapeStudy.Run(problem, options: Few), LandscapeStudy.Run(problem, options: Few));
        for (var d = 0; d < one.Draws.Length; d++)
        {
            two.Draws[d].WithReference.ShouldBe(one.Draws[d].WithReference);
            one.Draws[d].WithReference[one.Reference].ShouldBe(1);
            (one.Draws[d].Survives + one.Draws[d].RivalShare).ShouldBeInRange(0, 1 + 1e-12);
        }

        one.Minima.Sum(minimum => minimum.Share).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void An_actor_without_ties_is_left_out_and_separate_parts_are_said()
    {
        const string Text = "name: N\nactors:\n  - { key: A, size: 1 }\n  - { key: B, size: 1 }\n  - { key: C, size: 1 }\n  - { key: D, size: 1 }\n  - { key: E, size: 1 }\nfactors:\n  - name: f\n    pairs: [[A, B, 1], [C, D, -1]]\n";
        var answer = LandscapeStudy.Run(LandscapeFile.Parse(Text, "l.yaml"), options: Few);
        answer.Problem.Actors.Select(actor => actor.Key).ShouldBe(["A", "B", "C", "D"]);
        answer.Notes.ShouldContain(note => note.StartsWith("E has a propensity of 0 towards everybody", StringComparison.Ordinal));
        answer.Notes.ShouldContain(note => note.Contains("fall into 2 parts", StringComparison.Ordinal));
        answer.Minima.Length.ShouldBe(2);
        foreach (var draws in answer.Draws) draws.Draws.ShouldBe(20);
        LandscapeParts.Moved([0, 0, 0, 1], [0, 0, 1, 0], [0, 0, 1, 1]).ShouldBeEmpty();
    }

    [Fact]
    public void States_are_read_with_propensities_of_both_signs_and_other_measures_and_years()
    {
        var (problem, alternatives) = LandscapeData.Read(snapshot.World, ["USA", "RUS", "CHN", "IND", "JPN", "DEU"], 2023);
        foreach (var factor in problem.Factors)
        {
            double[] held = [.. Enumerable.Range(0, 6).SelectMany(i => Enumerable.Range(i + 1, 5 - i).Select(j => factor.Values[(i * 6) + j])).Where(double.IsFinite)];
            held.Average().ShouldBe(0, 1e-9);
            held.Average(value => value * value).ShouldBe(1, 1e-9);
        }

        alternatives.Select(one => one.Kind).Distinct().ShouldBe(["measure", "sizes", "centre", "year"]);
        var answer = LandscapeStudy.Run(problem, alternatives, Few with { Reference = "RUS" });
        var china = Enumerable.Range(0, 6).First(i => answer.Problem.Actors[i].Key == "CHN");
        answer.Minima[0].Camps[china].ShouldBe(0);
        answer.Variants.Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Many_states_are_searched_and_the_answer_says_so()
    {
        var (problem, alternatives) = LandscapeData.Read(snapshot.World, ["NATO", "RUS", "CHN"], 2023, LandscapeMeasure.IdealPoints, LandscapeSizes.Equal);
        problem.Notes.ShouldContain(note => note.Contains("members of 2023", StringComparison.Ordinal));
        var answer = LandscapeStudy.Run(problem, [.. alternatives.Take(1)], Few);
        answer.Search.ShouldNotBeNull();
        answer.Notes.ShouldContain(note => note.Contains("are more than the 25", StringComparison.Ordinal));
    }

    [Fact]
    public void A_state_without_data_is_refused_in_a_sentence() =>
        Should.Throw<NoAnswerException>(() => LandscapeData.Read(snapshot.World, ["USA", "RUS", "GBR", "CHE"], 1985, LandscapeMeasure.Votes)).Message.ShouldContain("Switzerland");
}
