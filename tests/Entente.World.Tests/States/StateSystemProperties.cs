using System.Globalization;
using CsCheck;
using Entente.World.States;

namespace Entente.Tests.States;

public class StateSystemProperties
{
    [Fact]
    public void Every_name_and_alias_leads_back_to_its_state_or_is_shared_with_one_of_the_same_year()
    {
        var ambiguous = new List<string>();
        foreach (var state in RealStates.System.All)
        {
            foreach (var name in state.Aliases.Prepend(state.Name))
            {
                var years = YearsOf(state);
                var found = years.Any(year => RealStates.System.Find(name, year)?.Id == state.Id);
                if (!found) ambiguous.Add($"{name} {state.Id}");
            }
        }

        // The names that two states had in every year that the one existed, and nothing else: always asked back.
        ambiguous.Order(StringComparer.Ordinal).ShouldBe(["Congo 484", "Congo 490", "Korea 732", "Vietnam 817", "Yemen 680"]);
    }

    [Fact]
    public void Every_code_leads_back_to_its_state()
    {
        foreach (var state in RealStates.System.All)
        {
            var year = YearsOf(state)[^2]; // in the last one the code may already have passed on
            RealStates.Only($"{state.Id}", year).Id.ShouldBe(state.Id);
            if (state.Iso3 is { } iso3)
            {
                RealStates.Only(iso3, year).Id.ShouldBe(state.Id, iso3);
                RealStates.Only($"ISO3:{iso3}", year).Id.ShouldBe(state.Id, iso3);
                RealStates.System.FindIso3(iso3, year)!.Id.ShouldBe(state.Id, iso3);
                RealStates.System.FindIso3(iso3)!.Id.ShouldBe(state.Id, iso3);
            }

            if (state.Iso2 is { } iso2) RealStates.Only(iso2, year).Id.ShouldBe(state.Id, iso2);
            if (state.Abbreviation is { } abbreviation) RealStates.Only($"COW:{abbreviation}", year).Id.ShouldBe(state.Id, abbreviation);
            if (state.M49 is { } m49) RealStates.Only($"M49:{m49}", year).Id.ShouldBe(state.Id, $"{m49}");
            if (state.GleditschWard is { } number) RealStates.System.FindGleditschWard(number, year)!.Id.ShouldBe(state.Id, $"{number}");
            foreach (var code in state.OtherCodes) YearsOf(state).Any(y => RealStates.Only($"{code.System}:{code.Value}", y).Id == state.Id).ShouldBeTrue($"{code} of {state}");
        }
    }

    [Fact]
    public void A_COW_abbreviation_without_prefix_leads_to_its_state_except_where_ISO_gives_it_to_another()
    {
        var taken = RealStates.System.All
            .Where(state => state.Abbreviation is not null && RealStates.System.Find(state.Abbreviation, YearsOf(state)[^1])?.Id != state.Id)
            .Select(state => $"{state.Abbreviation} {state.Name}").Order(StringComparer.Ordinal);
        taken.ShouldBe(["AUS Austria", "MAC North Macedonia", "MNG Montenegro", "SLV Slovenia", "SWZ Switzerland"]);
    }

    [Fact]
    public void Codes_belong_to_one_state_each()
    {
        var all = RealStates.System.All;
        all.Select(state => state.Id).ShouldBeUnique();
        all.Where(state => state.Iso3 is not null).Select(state => state.Iso3).ShouldBeUnique();
        all.Where(state => state.Iso2 is not null).Select(state => state.Iso2).ShouldBeUnique();
        all.Where(state => state.M49 is not null).Select(state => state.M49).ShouldBeUnique();
        all.Where(state => state.Abbreviation is not null).Select(state => state.Abbreviation).ShouldBeUnique();
        all.Select(state => NameFolding.Key(state.Name)).GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("az-Latn-AZ")]
    [InlineData("lt-LT")]
    [InlineData("fa-IR")]
    public void Names_are_found_alike_under_every_culture(string culture)
    {
        var names = RealStates.System.All.SelectMany(state => state.Aliases.Prepend(state.Name)).ToList();
        var before = names.Select(name => (NameFolding.Fold(name), RealStates.System.Find(Upper(name))?.Id, RealStates.System.Find(name.ToLowerInvariant())?.Id)).ToList();
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            names.Select(name => (NameFolding.Fold(name), RealStates.System.Find(Upper(name))?.Id, RealStates.System.Find(name.ToLowerInvariant())?.Id)).ToList().ShouldBe(before);
            RealStates.Only("ISRAEL").Id.ShouldBe(666);
            RealStates.Only("israel").Id.ShouldBe(666);
            RealStates.Only("İSRAEL").Id.ShouldBe(666);
            RealStates.Only("ısrael").Id.ShouldBe(666);
            RealStates.Only("IRN").Id.ShouldBe(630);
            RealStates.Only("iran").Id.ShouldBe(630);
            RealStates.Only("-344").Id.ShouldBe(-344);
            RealStates.Refusal("Korea", 1960).ShouldBe("'Korea' can mean North Korea (PRK, 731) or South Korea (KOR, 732) in 1960; name one of them by its code.");
            RealStates.Refusal("Hong Kongg").ShouldBe("There is no state 'Hong Kongg'. Did you mean Hong Kong (HKG, M49:344)?");
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }

        static string Upper(string name) => name.ToUpperInvariant();
    }

    [Fact]
    public void Case_accents_and_punctuation_do_not_matter()
    {
        var names = RealStates.System.All.SelectMany(state => state.Aliases.Prepend(state.Name)).ToArray();
        var noise = Gen.Char["-'’.,\u00A0\u200B "];
        Gen.Select(Gen.OneOf(names), Gen.Bool, Gen.Bool, noise).Sample((name, upper, decompose, c) =>
        {
            var changed = upper ? name.ToUpperInvariant() : name.ToLowerInvariant();
            if (decompose) changed = changed.Normalize(System.Text.NormalizationForm.FormD);
            if (!changed.Contains(',', StringComparison.Ordinal) && !changed.Contains('(', StringComparison.Ordinal) && c != ',') changed += c;
            return RealStates.System.Find(changed)?.Id == RealStates.System.Find(name)?.Id;
        });
    }

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Gen.OneOf(Gen.String, Gen.String["abcdefltheofs.,()*'&-ÅÄÉıİK st"], Gen.OneOf("Korea, Rep.", "The", "St.", "a (b)", "o.f", "t'he", "Å", "ﬁ")).Sample(text =>
        {
            var once = NameFolding.Fold(text);
            return NameFolding.Fold(once) == once;
        });

    [Fact]
    public void Whatever_is_typed_is_found_or_refused_in_one_sentence() =>
        Gen.Select(Gen.String, Gen.Int[1, 2100].Nullable()).Sample((text, year) =>
        {
            try
            {
                RealStates.System.Resolve(text, year);
            }
            catch (Entente.World.InvalidInputException error)
            {
                error.Message.ShouldNotContain('\n');
                error.Message.Length.ShouldBeLessThan(1200);
            }
        });

    [Fact]
    public void Distance_counts_edits_and_swaps()
    {
        NearMisses.Distance("", "abc").ShouldBe(3);
        NearMisses.Distance("russia", "rusia").ShouldBe(1);
        NearMisses.Distance("chnia", "china").ShouldBe(1);
        NearMisses.Distance("ca", "abc").ShouldBe(3); // 2 without the restriction to strings edited once
        Gen.Select(Gen.String["abc"], Gen.String["abc"]).Sample((a, b) =>
            NearMisses.Distance(a, b) == NearMisses.Distance(b, a) && NearMisses.Distance(a, a) == 0 && NearMisses.Distance(a, b) <= Math.Max(a.Length, b.Length) && NearMisses.Distance(a, b) >= Math.Abs(a.Length - b.Length));
    }

    internal static List<int> YearsOf(State state) =>
        state.Existence.IsEmpty ? [2000, 2020] : [.. state.Existence.SelectMany(period => Enumerable.Range(period.From.Year, (period.To?.Year ?? 2025) - period.From.Year + 1)).Distinct().Order()];
}
