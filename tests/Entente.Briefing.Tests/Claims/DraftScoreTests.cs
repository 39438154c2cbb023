using System.Globalization;
using System.Text;
using Entente.Briefing.Claims.Drafting;
using Entente.Tests;
using Entente.World;

namespace Entente.Briefing.Tests.Claims;

public sealed class DraftScoreTests
{
    /// <summary>Floors, a little under what was reached; the table in the docs has the figures themselves.</summary>
    private static readonly (string Half, double[] Floors)[] Floors =
    [
        ("develop", [.97, .95, .97, .90, .97, .90]),
        ("held", [.93, .80, .88, .60, .88, .58]),
    ];

    private static readonly Lazy<(List<LabelledSentence> Set, ClaimDrafter Drafter)> Held = new(() =>
    {
        using var world = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"), []);
        return (LabelledSentence.Read(Path.Combine(Shared.Repository, "tests", "Entente.Briefing.Tests", "Claims", "labelled-sentences.tsv")), new ClaimDrafter(world.States, world.Blocs));
    });

    [Fact]
    public void Recall_and_precision_do_not_fall_below_their_floors()
    {
        foreach (var (half, floors) in Floors)
        {
            var misses = new List<string>();
            var score = Score(half, misses);
            double[] reached = [score.Sentences.Precision, score.Sentences.Recall, score.Figures.Precision, score.Figures.Recall, score.Parameters.Precision, score.Parameters.Recall];
            for (var i = 0; i < floors.Length; i++) reached[i].ShouldBeGreaterThanOrEqualTo(floors[i], $"{half}, measure {i}:\n{string.Join('\n', misses)}");
        }
    }

    [Fact]
    public void The_docs_show_what_is_reached()
    {
        var table = Table();
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        File.ReadAllText(Path.Combine(Shared.Repository, "docs", "claims-draft.md")).ReplaceLineEndings("\n").ShouldContain(table);
    }

    [Fact]
    public void The_set_is_large_and_of_many_styles_with_traps()
    {
        var set = Held.Value.Set;
        set.Count.ShouldBeGreaterThan(200);
        set.Select(sentence => sentence.Style).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        foreach (var half in new[] { "develop", "held" })
        {
            set.Count(sentence => sentence.Half == half && sentence.IsCheckable).ShouldBeGreaterThan(40);
            set.Count(sentence => sentence.Half == half && !sentence.IsCheckable).ShouldBeGreaterThan(25);
        }

        set.Select(sentence => sentence.Text).ShouldBeUnique();
    }

    [Fact]
    public void No_value_is_drafted_that_the_sentence_does_not_state()
    {
        foreach (var sentence in Held.Value.Set)
        {
            foreach (var claim in Held.Value.Drafter.OfText(sentence.Text, "sentence.txt", CancellationToken.None).Claims)
            {
                sentence.Text.ShouldContain(claim.Stated, Case.Sensitive);
                foreach (var year in claim.Parameters.Where(parameter => parameter.Name is "year" or "until").Select(parameter => parameter.Value).OfType<string>()) sentence.Text.ShouldContain(year[2..], Case.Sensitive);
            }
        }
    }

    private static DraftScore Score(string half, ICollection<string>? misses = null) => DraftScore.Of(Held.Value.Set.Where(sentence => sentence.Half == half), Held.Value.Drafter, misses);

    private static string Table()
    {
        var table = new StringBuilder("| half | measure | found and right | found | labelled | precision | recall |\n|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var (half, _) in Floors)
        {
            var score = Score(half);
            foreach (var (name, rate) in new[] { ("checkable sentences", score.Sentences), ("figure and value", score.Figures), ("parameters", score.Parameters) })
            {
                table.Append(CultureInfo.InvariantCulture, $"| {half} | {name} | {rate.Hits} | {rate.Drafted} | {rate.Labelled} | {rate.Precision:0.00} | {rate.Recall:0.00} |\n");
            }
        }

        return table.ToString();
    }
}
