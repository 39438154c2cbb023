using System.Globalization;
using System.Text.Json;
using CsCheck;
using Entente.Numerics.Games;
using Entente.Tests;

namespace Entente.Numerics.Tests.Games;

public class LogitEquilibriumTests
{
    /// <summary>Matching pennies of Ochs (1995) with 9 for the row player's better match.</summary>
    private static readonly NormalFormGame Ochs = NormalFormGame.TwoPlayers(2, 2, [9, 0, 0, 1], [0, 1, 1, 0]);

    /// <summary>The values of logit_qre_ochs_matching_pennies in the shared misc_reference.json, typed in so that they are always tested; the file does not say how it was computed.</summary>
    [Theory]
    [InlineData(0, .5, .5)]
    [InlineData(.5, .830670591341814, .4180774669062145)]
    [InlineData(1, .8935763305539736, .3127803750295334)]
    [InlineData(2, .8607543943410337, .1910784943174747)]
    [InlineData(5, .7019842367983286, .11713529134628442)]
    [InlineData(20, .5546273872630679, .10109692625090261)]
    public void Matching_pennies_of_Ochs_is_reproduced(double precision, double up, double left)
    {
        var point = LogitEquilibrium.Solve(Ochs, precision);
        point.Found.ShouldBeTrue();
        point.Strategies[0][0].ShouldBe(up, 1e-11);
        point.Strategies[1][0].ShouldBe(left, 1e-11);
        point.Residual.ShouldBeLessThan(1e-12);
        point.TurningPoints.ShouldBe(0);
    }

    [Fact]
    public void The_reference_case_is_reproduced_in_one_walk()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/misc/misc_reference.json")));
        var example = document.RootElement.GetProperty("logit_qre_ochs_matching_pennies");
        var game = NormalFormGame.TwoPlayers(2, 2, Matrix(example.GetProperty("row_payoffs")), Matrix(example.GetProperty("col_payoffs")));
        var expected = example.GetProperty("lambda_to_(pU,qL)").EnumerateObject().Select(entry => (Precision: double.Parse(entry.Name, CultureInfo.InvariantCulture), entry.Value)).OrderBy(entry => entry.Precision).ToArray();
        var points = LogitEquilibrium.Trace(game, [.. expected.Select(entry => entry.Precision)]);
        expected.Length.ShouldBe(6);
        for (var k = 0; k < expected.Length; k++)
        {
            points[k].Strategies[0][0].ShouldBe(expected[k].Value[0].GetDouble(), 1e-11);
            points[k].Strategies[1][0].ShouldBe(expected[k].Value[1].GetDouble(), 1e-11);
        }

        var nash = example.GetProperty("nash");
        var far = LogitEquilibrium.Solve(game, 1e6);
        far.Strategies[0][0].ShouldBe(nash[0].GetDouble(), 1e-5);
        far.Strategies[1][0].ShouldBe(nash[1].GetDouble(), 1e-5);
    }

    /// <summary>While λ times the range of payoffs is small the responses contract, so repeating them finds the only equilibrium.</summary>
    [Fact]
    public void Repeated_responses_find_the_same_where_they_contract() => Games(2, 4, 3).Sample((game, share) =>
    {
        var precision = share * .5 / (game.Players - 1);
        var point = LogitEquilibrium.Solve(game, precision);
        var strategies = game.Actions.Select(count => Enumerable.Repeat(1.0 / count, count).ToArray()).ToArray();
        for (var round = 0; round < 400; round++) strategies = [.. Enumerable.Range(0, game.Players).Select(player => Response(game, strategies, player, precision))];
        for (var player = 0; player < game.Players; player++) point.Strategies[player].ToArray().ShouldBe(strategies[player], 1e-11);
    }, iter: 100, threads: 1);

    [Fact]
    public void Probabilities_sum_to_one_and_are_the_response_to_themselves() => Games(2, 3, 4).Sample((game, share) =>
    {
        var points = LogitEquilibrium.Trace(game, [0, share, 10 * share, 100 * share]);
        foreach (var point in points)
        {
            point.Found.ShouldBeTrue();
            for (var player = 0; player < game.Players; player++)
            {
                point.Strategies[player].Sum().ShouldBe(1, 1e-14);
                Response(game, [.. point.Strategies.Select(one => one.ToArray())], player, point.Precision).ShouldBe(point.Strategies[player].ToArray(), 1e-9);
            }
        }

        points[0].Strategies.ShouldAllBe(strategy => strategy.All(probability => probability == 1.0 / strategy.Length));
    }, iter: 150, threads: 1);

    /// <summary>Landing does not move the walk: with 400 landings on the way it ends where it ends with one.</summary>
    [Fact]
    public void Short_strides_and_long_ones_end_at_the_same_point() => Games(2, 3, 3).Sample((game, share) =>
    {
        var short_ = LogitEquilibrium.Trace(game, [.. Enumerable.Range(1, 400).Select(k => k / 400.0 * 20 * share)])[^1];
        var long_ = LogitEquilibrium.Solve(game, 20 * share);
        for (var player = 0; player < game.Players; player++) short_.Strategies[player].ToArray().ShouldBe(long_.Strategies[player].ToArray(), 1e-9);
    }, iter: 20, threads: 1);

    [Fact]
    public void Adding_a_constant_to_one_players_payoffs_changes_nothing() => Games(2, 3, 3).Sample((game, share) =>
    {
        var moved = game.Payoffs.Select((payoff, at) => at % game.Players == 1 ? payoff + 3 : payoff).ToArray();
        var (one, other) = (LogitEquilibrium.Solve(game, 5 * share), LogitEquilibrium.Solve(new NormalFormGame(game.Actions.AsSpan(), moved), 5 * share));
        for (var player = 0; player < game.Players; player++) other.Strategies[player].ToArray().ShouldBe(one.Strategies[player].ToArray(), 1e-10);
    }, iter: 50, threads: 1);

    /// <summary>The branch ends at the equilibrium that is risk-dominant (Turocy 2005), here (B, B) though (A, A) pays both more: against an even mixture B is worth 3.5 and A 2.5.</summary>
    [Fact]
    public void A_coordination_game_ends_at_the_risk_dominant_equilibrium()
    {
        var point = LogitEquilibrium.Solve(NormalFormGame.TwoPlayers(2, 2, [5, 0, 4, 3], [5, 4, 0, 3]), 50);
        point.Strategies[0][1].ShouldBe(1, 1e-9);
        point.Strategies[1][1].ShouldBe(1, 1e-9);
    }

    /// <summary>Two other branches cross the principal one of a symmetric coordination game at λ = 2; it goes straight on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public void A_symmetric_coordination_game_stays_even(double precision)
    {
        var point = LogitEquilibrium.Solve(NormalFormGame.TwoPlayers(2, 2, [1, 0, 0, 1], [1, 0, 0, 1]), precision);
        point.Found.ShouldBeTrue();
        point.Strategies[0][0].ShouldBe(.5, 1e-9);
        point.Strategies[1][0].ShouldBe(.5, 1e-9);
    }

    /// <summary>Volunteer's dilemma of four: one volunteer is worth 1 to all and costs it .3. The symmetric equilibrium solves log p/(1 − p) = λ((1 − p)³ − .3), by halving.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(200)]
    public void Four_possible_volunteers_are_at_the_symmetric_closed_form(double precision)
    {
        var payoffs = new double[16 * 4];
        for (var profile = 0; profile < 16; profile++)
        {
            for (var player = 0; player < 4; player++) payoffs[(profile * 4) + player] = (profile > 0 ? 1 : 0) - ((profile >> (3 - player) & 1) * .3);
        }

        var (low, high) = (0.0, 1.0);
        for (var round = 0; round < 60; round++)
        {
            var middle = (low + high) / 2;
            if (Math.Log(middle / (1 - middle)) < precision * (Math.Pow(1 - middle, 3) - .3)) low = middle;
            else high = middle;
        }

        var point = LogitEquilibrium.Solve(new NormalFormGame([2, 2, 2, 2], payoffs), precision);
        point.Found.ShouldBeTrue();
        for (var player = 0; player < 4; player++) point.Strategies[player][1].ShouldBe(low, 1e-10);
    }

    /// <summary>
    /// A branch that turns back at λ = .703 and again at .691: where it has passed some λ three times the first point counts. The oracle eliminates the column player's strategy and looks for all equilibria in one
    /// unknown on a grid; which of them the branch meets first follows from continuity on either side.
    /// </summary>
    [Theory]
    [InlineData(.67, 1, 0, 0)]
    [InlineData(.7, 3, 2, 0)]
    [InlineData(.73, 1, 0, 2)]
    [InlineData(1, 3, 0, 2)]
    public void A_branch_that_turns_back_is_followed(double precision, int equilibria, int met, int turns)
    {
        double[] row = [2, 6, 1, 9, 2, 1], column = [1, 3, 9, 3, 0, 2];
        var all = new List<double>();
        const int cells = 20_000;
        for (var cell = 0; cell < cells; cell++)
        {
            var (low, high) = (cell / (double)cells, (cell + 1) / (double)cells);
            if (Gap(low) > 0 == Gap(high) > 0) continue;
            var rising = Gap(low) < Gap(high);
            for (var round = 0; round < 50; round++)
            {
                var middle = (low + high) / 2;
                if (Gap(middle) > 0 == rising) high = middle;
                else low = middle;
            }

            all.Add(low);
        }

        all.Count.ShouldBe(equilibria);
        var point = LogitEquilibrium.Solve(NormalFormGame.TwoPlayers(2, 3, row, column), precision);
        point.Strategies[0][0].ShouldBe(all[met], 1e-10);
        point.TurningPoints.ShouldBe(turns);

        double Gap(double up)
        {
            var powers = Enumerable.Range(0, 3).Select(action => Math.Exp(precision * ((up * column[action]) + ((1 - up) * column[3 + action])))).ToArray();
            var lead = Enumerable.Range(0, 3).Sum(action => powers[action] / powers.Sum() * (row[action] - row[3 + action]));
            return (1 / (1 + Math.Exp(-precision * lead))) - up;
        }
    }

    [Fact]
    public void What_is_no_game_or_precision_is_refused()
    {
        Should.Throw<ArgumentException>(() => new NormalFormGame([2], [1, 2])).Message.ShouldContain("two players or more");
        Should.Throw<ArgumentException>(() => new NormalFormGame([2, 0], [])).Message.ShouldContain("one or more");
        Should.Throw<ArgumentException>(() => new NormalFormGame([2, 2], [1])).Message.ShouldContain("need 8 payoffs");
        Should.Throw<ArgumentException>(() => new NormalFormGame([1, 1], [1, double.NaN])).Message.ShouldContain("not all finite");
        Should.Throw<ArgumentException>(() => NormalFormGame.TwoPlayers(2, 2, [1, 2, 3, 4], [1, 2])).Message.ShouldContain("do not fit");
        Should.Throw<ArgumentException>(() => LogitEquilibrium.Solve(Ochs, -1)).Message.ShouldContain("finite number of 0 or more");
        Should.Throw<ArgumentException>(() => LogitEquilibrium.Solve(Ochs, double.PositiveInfinity)).Message.ShouldContain("take a large one");
        Should.Throw<ArgumentException>(() => LogitEquilibrium.Trace(Ochs, [2, 1])).Message.ShouldContain("must rise");
    }

    private static double[] Matrix(JsonElement rows) => [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray().Select(value => value.GetDouble()))];

    private static Gen<(NormalFormGame Game, double Share)> Games(int fewest, int most, int actions) => Gen.Select(Gen.Int[1, actions].Array[fewest, most], Gen.Double[.05, 1]).SelectMany((counts, share) =>
        Gen.Double[-1, 1].Array[counts.Length * counts.Aggregate(1, (product, count) => product * count)].Select(payoffs => (new NormalFormGame(counts, payoffs), share)));

    /// <summary>Logit response by going through all profiles.</summary>
    private static double[] Response(NormalFormGame game, double[][] strategies, int player, double precision)
    {
        var utilities = new double[game.Actions[player]];
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            var (rest, weight, own) = (profile, 1.0, 0);
            for (var other = game.Players - 1; other >= 0; other--)
            {
                var action = rest % game.Actions[other];
                rest /= game.Actions[other];
                if (other == player) own = action;
                else weight *= strategies[other][action];
            }

            utilities[own] += weight * game.Payoffs[(profile * game.Players) + player];
        }

        var powers = utilities.Select(utility => Math.Exp(precision * (utility - utilities.Max()))).ToArray();
        return [.. powers.Select(power => power / powers.Sum())];
    }
}
