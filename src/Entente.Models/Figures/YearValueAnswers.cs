using System.Collections.Immutable;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Values of states by year, and their sums over blocs: people, product, military expenditure, capabilities.</summary>
internal static class YearValueAnswers
{
    private const double ToBillion = 1e-9;
    private const int SpanOfYears = 250;

    public static FigureAnswer Population(FigureCall call) => Sum(call, "inhabitants", ["worldbank-population"], "", Series(call, "population"), PopulationElsewhere(call));

    public static FigureAnswer Product(FigureCall call)
    {
        var isCurrent = call.Choice("prices") == "current";
        var (own, other) = (isCurrent ? "gdp_current_usd" : "gdp_constant_2015_usd", isCurrent ? "gdp_constant_2015_usd" : "gdp_current_usd");
        return Sum(call, "gross domestic product", [Source(own)], Prices(isCurrent), Series(call, own, ToBillion), (Prices(!isCurrent), AlternativeStanding.Wider, Source(other), Series(call, other, ToBillion)));

        static string Prices(bool current) => current ? "current US dollars" : "constant US dollars of 2015";
    }

    public static FigureAnswer MilitarySpending(FigureCall call) => Sum(
        call, "military expenditure", ["sipri-milex"], "as SIPRI estimates it", Series(call, "military_expenditure_usd", ToBillion),
        ("as the Correlates of War project has it", AlternativeStanding.Wider, "cow-nmc", Capability(call, row => row.MilitaryExpenditure * 1e-6)));

    public static FigureAnswer MilitaryBurden(FigureCall call) => Single(call, "military expenditure as a share of GDP", ["sipri-milex"], Series(call, "military_burden"));

    public static FigureAnswer Democracy(FigureCall call) => Single(call, "liberal democracy", ["vdem"], Series(call, "liberal_democracy"));

    public static FigureAnswer Indicator(FigureCall call)
    {
        var name = call.Text("name")!;
        return Single(call, name, [Source(name)], Series(call, name));
    }

    public static FigureAnswer CapabilityShare(FigureCall call) => Sum(call, "share of world capabilities", ["cow-nmc"], "", (state, year) => call.World.Cinc(state, year));

    /// <summary>Share of the world's product; the world is all that is held.</summary>
    public static FigureAnswer ProductShare(FigureCall call)
    {
        var value = Series(call, "gdp_current_usd");
        var (year, party) = (call.Year(), call.Party("state"));
        var held = call.World.States.All.Select(state => value(state.Id, year)).Where(one => one is > 0).ToList();
        var (world, count) = (held.Sum(one => one!.Value), held.Count);
        if (count == 0) return call.MissingYear("gross domestic product", Years(value, [2]));
        var answer = Sum(call, "share of the world's product", ["worldbank-gdp"], "current US dollars", (state, when) => value(state, when) / world);
        return answer.IsMissing ? answer : answer with { Figure = answer.Figure with { Provenance = answer.Figure.Provenance with { Coverage = Coverage.Of(FormattableString.Invariant($"the world is the sum of {count} states and territories; {answer.Figure.Provenance.Coverage.Statement}")) } } };
    }

    /// <summary>Growth of the product at constant prices.</summary>
    public static FigureAnswer Growth(FigureCall call)
    {
        var value = Series(call, "gdp_constant_2015_usd");
        var (year, from, party) = (call.Year(), call.OptionalYear("from") ?? call.Year() - 1, call.Party("state"));
        if (from >= year) throw new InvalidInputException($"from of gdp-growth is {from} and year is {year}; the first year must come before the last.");
        var years = Years(value, party.Members);
        foreach (var (when, name) in new[] { (year, "year"), (from, "from") })
        {
            if (years.Contains(when)) continue;
            return name == "from" && call.OptionalYear("from") is null ? call.Missing(FormattableString.Invariant($"The store holds no gross domestic product of {party.Label} in {when}.")) : call.MissingYear($"gross domestic product of {party.Label}", years, name);
        }

        var (first, last) = (party.Members.Sum(state => value(state, from)!.Value), party.Members.Sum(state => value(state, year)!.Value));
        return call.Answer(call.Figure(
            $"growth of the gross domestic product of {party.Label} from {from} to {year}", last / first - 1,
            new Provenance(["worldbank-gdp-constant"], FormattableString.Invariant($"GDP of {party.Label}, constant US$ of 2015, {from} and {year}"), Members(party))));
    }

    /// <summary>One state's value in a year.</summary>
    private static FigureAnswer Single(FigureCall call, string what, ImmutableArray<string> sources, Func<int, int, double?> value) => Sum(call, what, sources, "", value);

    /// <summary>The sum over the members of a party in a year, missing where a member is.</summary>
    private static FigureAnswer Sum(
        FigureCall call, string what, ImmutableArray<string> sources, string reading, Func<int, int, double?> value, params (string Label, AlternativeStanding Standing, string Source, Func<int, int, double?> Value)[] others)
    {
        var (year, party) = (call.Year(), call.Party("state"));
        var main = Of(party, value, sources);
        if (main is null)
        {
            string[] holes = [.. party.Members.Where(state => value(state, year) is null).Select(state => call.World.States[state].Name)];
            if (!party.IsBloc || holes.Length == party.Members.Length) return call.MissingYear($"{what} of {party.Label}", Years(value, party.Members)) is var missing ? missing with { Alternatives = [.. missing.Alternatives, .. Others()] } : missing;
            var part = party with { Members = [.. party.Members.Where(state => value(state, year) is not null)] };
            return call.Missing(
                FormattableString.Invariant($"The {what} of {holes.Length} of {party.Members.Length} members of {party.Label} is not held for {year}: {string.Join(", ", holes.Take(6))}{(holes.Length > 6 ? " …" : "")}."),
                [new FigureAlternative($"the {part.Members.Length} members that are held", AlternativeStanding.Context, Of(part, value, sources)!), .. Others()]);
        }

        return call.Answer(main, reading, Others());

        IEnumerable<FigureAlternative> Others()
        {
            foreach (var (label, standing, source, other) in others)
            {
                if (Of(party, other, [source]) is { } figure) yield return new FigureAlternative(label, standing, figure);
            }

            foreach (var other in PartyReadings.Of(call, party, year))
            {
                if (Of(other.Party, value, sources) is { } figure) yield return new FigureAlternative(other.Label, other.Standing, figure);
            }
        }

        Figure? Of(Party who, Func<int, int, double?> read, ImmutableArray<string> from)
        {
            var sum = 0.0;
            foreach (var state in who.Members)
            {
                if (read(state, year) is not { } one) return null;
                sum += one;
            }

            return call.Figure($"{what} of {party.Label} in {year}", sum, new Provenance(from, FormattableString.Invariant($"{what} of {who.Label}, {year}"), Members(who)));
        }
    }

    private static Coverage Members(Party party) => Coverage.Of(party.IsBloc ? FormattableString.Invariant($"all {party.Members.Length} members") : "one state");

    private static ImmutableArray<int> Years(Func<int, int, double?> value, ImmutableArray<int> members) =>
        [.. Enumerable.Range(FigureCall.FirstYear, SpanOfYears).Where(year => members.All(state => value(state, year) is not null))];

    private static Func<int, int, double?> Series(FigureCall call, string indicator, double scale = 1) =>
        (state, year) => call.World.IndicatorNames.Contains(indicator) && call.World.Indicator(indicator, state, year) is { } value ? value * scale : null;

    private static Func<int, int, double?> Capability(FigureCall call, Func<World.Security.CapabilityYear, double> read)
    {
        Dictionary<(int, int), double>? rows = null;
        return (state, year) => (rows ??= call.World.Capabilities.Where(row => row.Year == call.Year() && double.IsFinite(read(row))).ToDictionary(row => (row.StateId, row.Year), read)).TryGetValue((state, year), out var value) ? value : null;
    }

    private static (string, AlternativeStanding, string, Func<int, int, double?>) PopulationElsewhere(FigureCall call) =>
        ("as the Correlates of War project has it", AlternativeStanding.Wider, "cow-nmc", Capability(call, row => row.Population * 1000));

    private static string Source(string indicator) => indicator switch
    {
        "population" => "worldbank-population",
        "gdp_constant_2015_usd" => "worldbank-gdp-constant",
        "liberal_democracy" => "vdem",
        _ when indicator.StartsWith("military", StringComparison.Ordinal) => "sipri-milex",
        _ => "worldbank-gdp",
    };
}
