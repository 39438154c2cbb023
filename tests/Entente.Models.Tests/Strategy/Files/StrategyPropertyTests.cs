using System.Text;
using CsCheck;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Distributions;
using Entente.World;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>What holds for every strategy and for every text.</summary>
public sealed class StrategyPropertyTests
{
    private static readonly Gen<double> Unit = Gen.Double[0, 1];

    // Whatever a title may hold: quotes, colons, hashes, line ends and other alphabets.
    private static readonly Gen<string> Words = Gen.String["abc ÄЖ中'\"\\:#-[]{}&*!|>%@`,?\n\t\u0085\u2028"].Select(text => "x" + text.Trim() + "x");

    private static readonly Gen<Move> Moves = Gen.OneOf<Move>(
        Gen.Select(Words, Unit, (of, weight) => (Move)new RecognitionMove(of, weight)),
        Gen.Select(Gen.Bool, Unit, (lift, share) => (Move)new SanctionsMove(lift, 365, ["NATO", "Japan"], share)),
        Unit.Select(change => (Move)new GuaranteeMove(["NATO", "South Korea"], -change)),
        Unit.Select(change => (Move)new ArmsMove(369, change)),
        Unit.Select(increase => (Move)new TradeDealMove(365, 5 * increase)));

    private static readonly Gen<Distribution> Distributions = Gen.OneOf<Distribution>(
        Unit.Select(value => (Distribution)new PointMass(value)),
        Gen.Select(Unit, Unit).Where((a, b) => a != b).Select((a, b) => (Distribution)new Uniform(Math.Min(a, b), Math.Max(a, b))),
        Gen.Select(Unit, Unit, Unit).Where((a, b, c) => Math.Min(a, b) < c).Select((a, b, c) => (Distribution)new Triangular(Math.Min(a, b), Math.Clamp((a + b) / 2, Math.Min(a, b), Math.Max(Math.Max(a, b), c)), Math.Max(Math.Max(a, b), c))),
        Gen.Select(Gen.Double[.2, .8], Gen.Double[.01, .5]).Select((mean, sd) => (Distribution)new Normal(mean, sd, .1, .9)),
        Gen.Select(Gen.Double[.11, .3], Gen.Double[.31, .5], Gen.Double[.51, .8]).Select((low, median, high) => (Distribution)LogNormal.FromInterval(median, low, high, .1, .9)),
        Gen.Select(Gen.Double[.1, 9], Gen.Double[.1, 9]).Select((alpha, beta) => (Distribution)new Beta(alpha, beta, .1, .9)),
        Unit.Select(value => (Distribution)new Discrete([value, 1], [1, 3])));

    // A chain of pairs whose squares sum to less than 1 at every name is always possible.
    private static readonly Gen<AssumptionCorrelation[]> Correlations = Gen.Select(Gen.Double[-.6, .6], Words, Words.Null()).Array[0, 2]
        .Select(pairs => pairs.Select((pair, i) => new AssumptionCorrelation(new[] { "discount_factor", "switching_cost" }[i], "partner_value", pair.Item1, pair.Item2, pair.Item3)).ToArray());

    private static readonly Gen<WedgeStrategy> Strategies = Gen.Select(
            Words, Words, Gen.Int[1992, 2100], Gen.Int[1, 50], Moves.Array[0, 4], Gen.Select(Distributions, Words, Words.Null()).Array[0, 3], Gen.Select(Correlations, Words.Array[0, 3]))
        .Select((title, summary, start, horizon, moves, assumptions, rest) => new WedgeStrategy
        {
            Key = "test",
            Title = title,
            Summary = summary,
            Divider = 2,
            Target = 365,
            Partner = 710,
            Start = start,
            HorizonYears = horizon,
            Allies = ["NATO", "Japan"],

            // A second move of a kind on the same state is refused by design.
            Moves = [.. moves.DistinctBy(move => move.GetType())],
            Assumptions = [.. assumptions.Select((a, i) => new Assumption(new[] { "reversal_hazard", "threat_relief", "relief_uptake" }[i], a.Item1, a.Item2, a.Item3))],
            Correlations = [.. rest.Item1],
            Caveats = [.. rest.Item2],
        });

    [Fact]
    public void A_strategy_that_is_written_reads_back_as_itself() => Strategies.Sample(strategy =>
    {
        var text = StrategyWriter.Write(strategy, SmallWorld.States);
        var back = SmallWorld.Parse(text);
        Plain(back).ShouldBe(Plain(strategy));
    }, iter: 500);

    [Fact]
    public void A_shipped_file_with_any_few_characters_changed_is_read_or_refused_in_one_sentence()
    {
        var text = File.ReadAllText(Path.Combine(Shared.Repository, "strategies", "reverse-kissinger.yaml"));
        var edits = Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char["\t\n -:[]{},'\"#&*!|>%@?~0€.\0\\x"], Gen.Int[0, 2]).Array[1, 4];
        edits.Sample(changes =>
        {
            var changed = new StringBuilder(text);
            foreach (var (at, character, kind) in changes.OrderByDescending(change => change.Item1))
            {
                if (kind == 0) changed[at] = character;
                else if (kind == 1) changed.Insert(at, character);
                else changed.Remove(at, Math.Min(40, changed.Length - at));
            }

            try
            {
                SmallWorld.Parse(changed.ToString());
            }
            catch (InvalidInputException error)
            {
                error.Message.ShouldStartWith(SmallWorld.FileName);
                error.Message.ShouldNotContain('\n');
            }
        }, iter: 1000);
    }

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[Gen.Char["ab:- \n\t[]{},'\"#&*!|>%@?~0.\\€"], 0, 60].Sample(text =>
    {
        try
        {
            SmallWorld.Parse(text);
        }
        catch (InvalidInputException error)
        {
            error.Message.ShouldStartWith(SmallWorld.FileName);
        }
    }, iter: 3000);

    /// <summary>Arrays in records compare by reference, so a strategy is compared by its words.</summary>
    private static string Plain(WedgeStrategy s) => string.Join('\n',
        [
            s.Key, s.Title, s.Summary, $"{s.Divider} {s.Target} {s.Partner} {s.Start} {s.HorizonYears}", string.Join('|', s.Allies), string.Join('|', s.Caveats),
            .. s.Moves.Select(move => move switch
            {
                SanctionsMove m => $"{m.Lift} {m.Against} {string.Join('|', m.Coalition)} {m.Share:R} {m.Note}",
                GuaranteeMove m => $"{string.Join('|', m.To)} {m.Change:R} {m.Note}",
                _ => move.ToString(),
            }),
            .. s.Assumptions.Select(a => $"{a.Name} {a.Source} {a.Note} {a.Distribution.GetType().Name} {a.Distribution.Support} {a.Distribution.Mean:G9} {a.Distribution.Median:G9}"),
            .. s.Correlations.Select(pair => $"{pair.First} {pair.Second} {pair.Rank:R} {pair.Source} {pair.Note}"),
        ]);
}
