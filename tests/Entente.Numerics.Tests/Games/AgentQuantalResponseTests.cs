using System.Globalization;
using System.Text.Json;
using CsCheck;
using Entente.Numerics.Games;
using Entente.Tests;

namespace Entente.Numerics.Tests.Games;

public class AgentQuantalResponseTests
{
    /// <summary>The crisis game: challenge or keep the status quo (SQ); resist or concede (CON); fight (WAR) or back down (BD), the challenger's choice again.</summary>
    private static readonly (GameTree Tree, int Challenger, int Target, int Fight) Crisis = MakeCrisis();

    private static readonly double[] CrisisPayoffs = [0, 0, 1, -1, -.5, .3, -.8, -.9];

    /// <summary>The values of aqre_crisis_game in the shared misc_reference.json, typed in so that they are always tested; the file does not say how it was computed.</summary>
    [Theory]
    [InlineData(1, .47020367344918945, .6876876695954233, .425557483188341, .5297963265508105, .14685040501970897, .1857478653359067, .13760540309357375)]
    [InlineData(3, .18210326761319165, .945803485103596, .289050497374996, .8178967323868084, .009869362455882182, .12244960920675127, .04978429595055819)]
    [InlineData(10, .005810754498223685, .9999960067036496, .04742587317756677, .9941892455017763, 2.3204064730644583e-08, .005535152288733254, .000275579005425701)]
    public void The_crisis_game_is_reproduced(double precision, double challenge, double resist, double war, double statusQuo, double concession, double backingDown, double fighting) =>
        CheckCrisis(CrisisPayoffs, precision, [challenge, resist, war, statusQuo, concession, backingDown, fighting]);

    [Fact]
    public void The_reference_case_is_reproduced()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Path("cases/misc/misc_reference.json")));
        var example = document.RootElement.GetProperty("aqre_crisis_game");
        var utilities = example.GetProperty("utilities");
        double[] payoffs = [.. new[] { "SQ", "CON", "BD", "WAR" }.SelectMany(outcome => utilities.GetProperty(outcome).EnumerateArray().Select(value => value.GetDouble()))];
        var results = example.GetProperty("results").EnumerateObject().ToArray();
        results.Length.ShouldBe(3);
        foreach (var result in results)
        {
            string[] fields = ["challenge", "resist", "war_given_resist", "P_SQ", "P_CON", "P_BD", "P_WAR"];
            CheckCrisis(payoffs, double.Parse(result.Name, CultureInfo.InvariantCulture), [.. fields.Select(field => result.Value.GetProperty(field).GetDouble())]);
        }
    }

    [Fact]
    public void All_figures_agree_with_a_recursive_solver() => Gen.UInt.Sample(seed =>
    {
        var random = new RandomTree(seed);
        Compare(random, random.Solve(), node => random.Precisions[Math.Max(0, random.Player(node))]);
    }, iter: 300, threads: 1);

    [Fact]
    public void With_a_precision_per_node_too() => Gen.UInt.Sample(seed =>
    {
        var random = new RandomTree(seed);
        var precisions = new double[random.Tree.Nodes];
        for (var node = 0; node < precisions.Length; node++) precisions[node] = random.IsDecision(node) ? node % 7 : double.NaN;
        var workspace = new AgentWorkspace(random.Tree);
        AgentQuantalResponse.SolveByNode(random.Tree, random.Payoffs, random.Chances, precisions, workspace);
        Compare(random, workspace, node => precisions[node]);
    }, iter: 100, threads: 1);

    [Fact]
    public void Probabilities_sum_to_one() => Gen.UInt.Sample(seed =>
    {
        var random = new RandomTree(seed);
        var solved = random.Solve();
        for (var node = 0; node < random.Tree.Nodes; node++)
        {
            if (!random.IsLeaf(node)) Sum(solved.Choices(node)).ShouldBe(1, 1e-14);
        }

        Sum(solved.OutcomeProbabilities).ShouldBe(1, 1e-13);
    }, iter: 200, threads: 1);

    [Fact]
    public void Adding_a_constant_to_a_players_payoffs_changes_no_choice() => Gen.Select(Gen.UInt, Gen.Double[-50, 50]).Sample((seed, constant) =>
    {
        var random = new RandomTree(seed);
        var moved = random.Payoffs.Select((payoff, at) => at % random.Players == 0 ? payoff + constant : payoff).ToArray();
        var (one, other) = (random.Solve(), random.Solve(moved));
        for (var node = 0; node < random.Tree.Nodes; node++)
        {
            other.Choices(node).ToArray().ShouldBe(one.Choices(node).ToArray(), 1e-11);
            other.Payoffs(node)[0].ShouldBe(one.Payoffs(node)[0] + constant, 1e-11);
        }
    }, iter: 200, threads: 1);

    [Fact]
    public void Raising_ones_own_payoff_at_a_leaf_never_makes_the_action_toward_it_less_likely() => Gen.Select(Gen.UInt, Gen.Double[0, 3]).Sample((seed, raise) =>
    {
        var random = new RandomTree(seed);
        var before = random.Solve();
        for (var leaf = 0; leaf < random.Tree.Nodes; leaf++)
        {
            if (!random.IsLeaf(leaf)) continue;
            for (var player = 0; player < random.Players; player++)
            {
                var (node, branch) = random.DecisionAbove(leaf, player);
                if (node < 0) continue;
                var raised = (double[])random.Payoffs.Clone();
                raised[(random.Outcome(leaf) * random.Players) + player] += raise;
                random.Solve(raised).Choices(node)[branch].ShouldBeGreaterThanOrEqualTo(before.Choices(node)[branch] - 1e-14);
            }
        }
    }, iter: 60, threads: 1);

    [Fact]
    public void At_precision_zero_every_action_is_as_likely_and_near_it_nearly() => Gen.UInt.Sample(seed =>
    {
        var random = new RandomTree(seed);
        var (zero, near) = (random.Solve(precisions: new double[random.Players]), random.Solve(precisions: [.. Enumerable.Repeat(1e-9, random.Players)]));
        for (var node = 0; node < random.Tree.Nodes; node++)
        {
            if (!random.IsDecision(node)) continue;
            var even = 1.0 / random.Tree.Children(node).Length;
            zero.Choices(node).ToArray().ShouldAllBe(choice => choice == even);
            near.Choices(node).ToArray().ShouldBe(zero.Choices(node).ToArray(), 1e-7);
        }
    }, iter: 100, threads: 1);

    /// <summary>Backward induction by hand: values down the best branch; payoffs are drawn from a continuum, so nothing ties but by chance.</summary>
    [Fact]
    public void Infinite_precision_is_backward_induction_and_large_precision_comes_to_it() => Gen.UInt.Sample(seed =>
    {
        var random = new RandomTree(seed);
        var infinite = random.Solve(precisions: [.. Enumerable.Repeat(double.PositiveInfinity, random.Players)]);
        var large = random.Solve(precisions: [.. Enumerable.Repeat(1e12, random.Players)]);
        for (var node = 0; node < random.Tree.Nodes; node++)
        {
            var children = random.Tree.Children(node).ToArray();
            large.Choices(node).ToArray().ShouldBe(infinite.Choices(node).ToArray(), 1e-9);
            if (!random.IsDecision(node)) continue;
            var values = children.Select(child => infinite.Payoffs(child)[random.Player(node)]).ToArray();
            infinite.Choices(node)[Array.IndexOf(values, values.Max())].ShouldBe(1);
            infinite.Payoffs(node).ToArray().ShouldBe(infinite.Payoffs(children[Array.IndexOf(values, values.Max())]).ToArray());
        }
    }, iter: 200, threads: 1);

    /// <summary>Player 1 is indifferent between ends worth 3 and −1 to player 0, so going on is worth 1 to it, as much as stopping: both tie, even where rounding parts .1 + .2 from .3.</summary>
    [Fact]
    public void Ties_are_split_equally_at_infinite_precision_and_in_the_limit()
    {
        var builder = new GameTreeBuilder(2);
        var answer = builder.Decision(1, builder.Leaf(1), builder.Leaf(2), builder.Leaf(3));
        var root = builder.Decision(0, builder.Leaf(0), answer);
        var tree = builder.Build();
        var workspace = new AgentWorkspace(tree);
        foreach (var precision in new[] { double.PositiveInfinity, 1e4 })
        {
            AgentQuantalResponse.Solve(tree, [1, 0, 3, .1 + .2, -1, .3, 100, -2], [], [precision, precision], workspace);
            workspace.Choices(answer).ToArray().ShouldBe([.5, .5, 0], 1e-11);
            workspace.Choices(root).ToArray().ShouldBe([.5, .5], 1e-6);
        }
    }

    [Fact]
    public void Nothing_overflows_at_extreme_payoffs_and_precisions()
    {
        var builder = new GameTreeBuilder(1);
        var root = builder.Decision(0, builder.Leaf(0), builder.Leaf(1), builder.Leaf(2));
        var tree = builder.Build();
        var workspace = new AgentWorkspace(tree);
        AgentQuantalResponse.Solve(tree, [-1e300, 1e300, 1e300], [], [1e308], workspace);
        workspace.Choices(root).ToArray().ShouldBe([0, .5, .5]);
        AgentQuantalResponse.Solve(tree, [-1e300, 1e300, 1e300], [], [0], workspace);
        workspace.Choices(root).ToArray().ShouldBe([1.0 / 3, 1.0 / 3, 1.0 / 3]);
    }

    [Fact]
    public void One_choice_is_the_logit_formula() => Gen.Select(Gen.Double[-5, 5].Array[1, 8], Gen.Double[0, 4]).Sample((payoffs, precision) =>
    {
        var builder = new GameTreeBuilder(1);
        var root = builder.Decision(0, [.. payoffs.Select((_, outcome) => builder.Leaf(outcome))]);
        var workspace = new AgentWorkspace(builder.Build());
        AgentQuantalResponse.Solve(workspace.Tree, payoffs, [], [precision], workspace);
        var powers = payoffs.Select(payoff => Math.Exp(precision * payoff)).ToArray();
        workspace.Choices(root).ToArray().ShouldBe([.. powers.Select(power => power / powers.Sum())], 1e-13);
    }, iter: 200);

    /// <summary>
    /// Where nobody's differences between own actions depend on what those who moved before did, seeing their moves changes nothing: the tree has the choices of the game in which all choose at once. Two solvers
    /// without common code, three players.
    /// </summary>
    [Fact]
    public void Moves_that_need_not_be_seen_give_the_equilibrium_of_the_simultaneous_game() => Gen.Select(Gen.Double[-1, 1].Array[2 * 3 * 2 + 3 * 2 + 2], Gen.Double[0, 4]).Sample((draws, precision) =>
    {
        var (first, second, third) = (draws[..12], draws[12..18], draws[18..]);
        var builder = new GameTreeBuilder(3);
        var payoffs = new List<double>();
        var (seconds, thirds) = (new List<int>(), new List<int>());
        for (var a = 0; a < 2; a++)
        {
            var after = new List<int>();
            for (var b = 0; b < 3; b++)
            {
                var ends = new List<int>();
                for (var c = 0; c < 2; c++)
                {
                    ends.Add(builder.Leaf(payoffs.Count / 3));
                    payoffs.AddRange([first[(((a * 3) + b) * 2) + c], second[(b * 2) + c] + (2 * a), third[c] + a - b]);
                }

                thirds.Add(builder.Decision(2, [.. ends]));
                after.Add(thirds[^1]);
            }

            seconds.Add(builder.Decision(1, [.. after]));
        }

        var root = builder.Decision(0, [.. seconds]);
        var workspace = new AgentWorkspace(builder.Build());
        AgentQuantalResponse.Solve(workspace.Tree, payoffs.ToArray(), [], [precision, precision, precision], workspace);
        var together = LogitEquilibrium.Solve(new NormalFormGame([2, 3, 2], payoffs.ToArray()), precision);
        workspace.Choices(root).ToArray().ShouldBe(together.Strategies[0].ToArray(), 1e-10);
        foreach (var node in seconds) workspace.Choices(node).ToArray().ShouldBe(together.Strategies[1].ToArray(), 1e-10);
        foreach (var node in thirds) workspace.Choices(node).ToArray().ShouldBe(together.Strategies[2].ToArray(), 1e-10);
    }, iter: 100, threads: 1);

    [Fact]
    public void Draws_on_many_threads_have_the_bits_of_one_and_allocate_nothing()
    {
        var random = new RandomTree(11);
        double[] Draw(int draw) => [.. random.Payoffs.Select((payoff, at) => payoff + Math.Sin(draw + at))];
        var payoffs = Enumerable.Range(0, 500).Select(Draw).ToArray();
        var (alone, together) = (new double[500][], new double[500][]);
        var workspace = new AgentWorkspace(random.Tree);
        for (var draw = 0; draw < 500; draw++)
        {
            AgentQuantalResponse.Solve(random.Tree, payoffs[draw], random.Chances, random.Precisions, workspace);
            alone[draw] = workspace.OutcomeProbabilities.ToArray();
        }

        Parallel.For(0, 500, () => new AgentWorkspace(random.Tree), (draw, _, own) =>
        {
            AgentQuantalResponse.Solve(random.Tree, payoffs[draw], random.Chances, random.Precisions, own);
            together[draw] = own.OutcomeProbabilities.ToArray();
            return own;
        }, _ => { });
        for (var draw = 0; draw < 500; draw++) together[draw].ShouldBe(alone[draw]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var draw = 0; draw < 500; draw++) AgentQuantalResponse.Solve(random.Tree, payoffs[draw], random.Chances, random.Precisions, workspace);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Figures_that_do_not_fit_are_refused_and_leave_the_last_solution()
    {
        var builder = new GameTreeBuilder(2);
        var nature = builder.Chance((0, builder.Leaf(0)), (1, builder.Leaf(1)));
        var root = builder.Decision(0, nature, builder.Leaf(1));
        var tree = builder.Build();
        var workspace = new AgentWorkspace(tree);
        workspace.NodeProbabilities.ToArray().ShouldAllBe(probability => double.IsNaN(probability));
        AgentQuantalResponse.Solve(tree, [1, 2, 3, 4], [.4, .6], [1, 1], workspace);
        var choices = workspace.Choices(root).ToArray();
        void Refused(double[] payoffs, double[] chances, double[] precisions, string because) =>
            Should.Throw<ArgumentException>(() => AgentQuantalResponse.Solve(tree, payoffs, chances, precisions, workspace)).Message.ShouldContain(because);
        Refused([1, 2], [.4, .6], [1, 1], "need 4 payoffs, not 2");
        Refused([1, 2, 3, double.NaN], [.4, .6], [1, 1], "player 1 at outcome 1");
        Refused([1, 2, 3, 4], [.4], [1, 1], "2 chance probabilities, not 1");
        Refused([1, 2, 3, 4], [.4, .7], [1, 1], "sum to 1.1");
        Refused([1, 2, 3, 4], [1.4, -.4], [1, 1], "not a number of 0 or more");
        Refused([1, 2, 3, 4], [.4, .6], [1], "need 2 precisions");
        Refused([1, 2, 3, 4], [.4, .6], [1, -1], "of player 1");
        Should.Throw<ArgumentException>(() => AgentQuantalResponse.SolveByNode(tree, [1, 2, 3, 4], [.4, .6], [0, 0, 0, 0, double.NaN], workspace)).Message.ShouldContain("of node 4");
        Should.Throw<ArgumentException>(() => AgentQuantalResponse.Solve(tree, [1, 2, 3, 4], [.4, .6], [1, 1], new AgentWorkspace(Crisis.Tree))).Message.ShouldContain("another tree");
        Should.Throw<ArgumentOutOfRangeException>(() => workspace.Choices(5).Length);
        workspace.Choices(root).ToArray().ShouldBe(choices);
        workspace.OutcomeProbabilities.ToArray().ShouldBe([.4 * choices[0], (.6 * choices[0]) + choices[1]], 1e-15);
    }

    private static (GameTree Tree, int Challenger, int Target, int Fight) MakeCrisis()
    {
        var builder = new GameTreeBuilder(2);
        var fight = builder.Decision(0, builder.Leaf(2), builder.Leaf(3));
        var target = builder.Decision(1, builder.Leaf(1), fight);
        var challenger = builder.Decision(0, builder.Leaf(0), target);
        return (builder.Build(), challenger, target, fight);
    }

    private static void CheckCrisis(double[] payoffs, double precision, double[] expected)
    {
        var workspace = new AgentWorkspace(Crisis.Tree);
        AgentQuantalResponse.Solve(Crisis.Tree, payoffs, [], [precision, precision], workspace);
        double[] found = [workspace.Choices(Crisis.Challenger)[1], workspace.Choices(Crisis.Target)[1], workspace.Choices(Crisis.Fight)[1], .. workspace.OutcomeProbabilities];
        for (var k = 0; k < expected.Length; k++) found[k].ShouldBe(expected[k], 1e-13 * Math.Max(1e-3, expected[k]));
    }

    private static void Compare(RandomTree random, AgentWorkspace solved, Func<int, double> precision)
    {
        for (var node = 0; node < random.Tree.Nodes; node++)
        {
            solved.Payoffs(node).ToArray().ShouldBe(random.Values(node, precision), 1e-12);
            solved.NodeProbabilities[node].ShouldBe(random.Reach(node, precision), 1e-13);
            if (random.IsLeaf(node)) solved.OutcomeProbabilities[random.Outcome(node)].ShouldBe(solved.NodeProbabilities[node]);
            else solved.Choices(node).ToArray().ShouldBe(random.Choices(node, precision), 1e-12);
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
