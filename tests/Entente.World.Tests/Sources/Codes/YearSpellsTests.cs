using CsCheck;
using Entente.World.Sources.Codes;

namespace Entente.World.Tests.Sources.Codes;

public sealed class YearSpellsTests
{
    [Fact]
    public void Consecutive_years_with_one_value_become_one_spell_and_a_gap_or_a_change_ends_it()
    {
        var spells = new YearSpells<int, string>();
        foreach (var (year, value) in new[] { (1903, "x"), (1901, "x"), (1900, "x"), (1904, "y"), (1906, "y") }) spells.Add(7, year, value);
        spells.All().ShouldBe([(7, 1900, 1901, "x"), (7, 1903, 1903, "x"), (7, 1904, 1904, "y"), (7, 1906, 1906, "y")]);
    }

    [Fact]
    public void Spells_unfolded_give_back_every_year_and_no_other() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1900, 1930], Gen.Int[0, 2]).List[0, 60].Sample(observed =>
        {
            var years = observed.DistinctBy(o => (o.Item1, o.Item2)).ToList();
            var spells = new YearSpells<int, int>();
            foreach (var (key, year, value) in years) spells.Add(key, year, value);
            var found = spells.All().ToList();
            var unfolded = found.SelectMany(s => Enumerable.Range(s.From, s.To - s.From + 1).Select(year => (s.Key, year, s.Value)));
            var meeting = found.Zip(found.Skip(1)).Any(p => p.First.Key == p.Second.Key && p.First.To + 1 == p.Second.From && p.First.Value == p.Second.Value);
            return !meeting && unfolded.Order().SequenceEqual(years.Order());
        });
}
