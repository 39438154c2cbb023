using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Energy;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;
using Entente.World.Security;

namespace Entente.Models.Figures;

/// <summary>Gas and prices.</summary>
internal static class EnergyAnswers
{
    /// <summary>The word for the EU27 and the United Kingdom.</summary>
    public const string Europe = "Europe";

    private const int UnitedKingdom = 200, Turkiye = 640, MonthsOfAYear = 12;

    /// <summary>The share of a destination in American cargoes.</summary>
    public static FigureAnswer LngShare(FigureCall call)
    {
        var months = call.World.UsLngExports.Select(row => row.Month).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (months.IsEmpty) return call.Missing("The store holds no American exports of liquefied gas.");
        if (call.IsGiven("from") != call.IsGiven("to")) throw new InvalidInputException("lng-share takes both from and to, or neither: then it is the last twelve months held.");
        var (from, to) = call.IsGiven("from") ? (call.Text("from")!, call.Text("to")!) : (months[Math.Max(0, months.Length - MonthsOfAYear)], months[^1]);
        if (string.CompareOrdinal(from, to) > 0) throw new InvalidInputException($"from of lng-share is {from}, which is after to, {to}; swap them.");
        var wanted = Months(from, to);
        var absent = wanted.Count(month => !months.Contains(month));
        if (absent > 0) return call.Missing(FormattableString.Invariant($"{absent} of {wanted.Count} months from {from} to {to} are not held; held are {Spans(months)}."));

        var year = int.Parse(to.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        var union = call.World.Blocs.Find("EU")!.MembersIn(year);
        var isEurope = call.Text("destination") is not { } named || string.Equals(named, Europe, StringComparison.OrdinalIgnoreCase);
        var party = isEurope ? new Party(Europe, Europe, [.. union.Add(UnitedKingdom).Order()], true) : PartyResolver.Resolve(call.Text("destination")!, year, call.World.States, call.World.Blocs);
        return call.Answer(Of(party.Members, from, to), isEurope ? "EU27 and the United Kingdom" : "", Others());

        IEnumerable<FigureAlternative> Others()
        {
            if (isEurope)
            {
                yield return new FigureAlternative("with Türkiye", AlternativeStanding.Plain, Of(party.Members.Add(Turkiye), from, to));
                yield return new FigureAlternative("EU27 alone", AlternativeStanding.Plain, Of(union, from, to));
            }

            foreach (var reading in PartyReadings.Of(call, party, year)) yield return new FigureAlternative(reading.Label, reading.Standing, Of(reading.Party.Members, from, to));
            foreach (var earlier in Earlier()) yield return earlier;
        }

        // Other spells of twelve months that are held, for comparison.
        IEnumerable<FigureAlternative> Earlier()
        {
            foreach (var spell in Spells(months).Where(spell => string.CompareOrdinal(spell.Last, from) < 0))
            {
                yield return new FigureAlternative($"{spell.First} to {spell.Last}", AlternativeStanding.Context, Of(party.Members, spell.First, spell.Last));
            }
        }

        Figure Of(ImmutableArray<int> members, string first, string last)
        {
            var rows = call.World.UsLngExports.Where(row => string.CompareOrdinal(row.Month, first) >= 0 && string.CompareOrdinal(row.Month, last) <= 0).ToList();
            var (part, all) = (rows.Where(row => members.Contains(row.Destination)).Sum(row => row.MillionCubicFeet), rows.Sum(row => row.MillionCubicFeet));
            return call.Figure($"share of {(isEurope ? Europe : party.Label)} in American exports of liquefied gas", part / all, new Provenance(
                ["doe-lng"], $"volume of cargoes by destination, {first} to {last}", Coverage.Of(FormattableString.Invariant($"{rows.Select(row => row.Month).Distinct().Count()} months, {all * GasValidation.BcmPerMillionCubicFeet:0.0} bcm; held are {Spans(months)}"))));
        }
    }

    /// <summary>Gas that entered the EU in a year.</summary>
    public static FigureAnswer GasImports(FigureCall call) => Gas(call, (part, _) => part / 1000, "gas imports of the EU27");

    /// <summary>The share of an origin.</summary>
    public static FigureAnswer GasImportShare(FigureCall call) => Gas(call, (part, all) => part / all, "share in the gas imports of the EU27");

    private static FigureAnswer Gas(FigureCall call, Func<double, double, double> value, string what)
    {
        var (year, origin) = (FigureParameters.Text(call.Year()), call.Choice("origin"));
        var months = call.World.EuGasImports.Select(row => row.Month).Distinct().ToList();
        var whole = months.GroupBy(month => month[..4]).Where(group => group.Count() == MonthsOfAYear).Select(group => int.Parse(group.Key, NumberStyles.None, CultureInfo.InvariantCulture));
        if (months.Count(month => month.StartsWith(year, StringComparison.Ordinal)) != MonthsOfAYear) return call.MissingYear("whole year of gas imports of the EU27", whole);
        var rows = call.World.EuGasImports.Where(row => row.Month.StartsWith(year, StringComparison.Ordinal)).ToList();
        var (part, all) = (rows.Where(row => origin == "all" || row.Source == origin).Sum(row => row.MillionCubicMetres), rows.Sum(row => row.MillionCubicMetres));
        var alternatives = call.Definition.Unit != Unit.Share || origin == "LNG" ? [] : new[]
        {
            new FigureAlternative("of pipeline gas alone", AlternativeStanding.Wider, Figure(value(part, rows.Where(row => row.Source != "LNG").Sum(row => row.MillionCubicMetres)))),
        };
        return call.Answer(Figure(value(part, all)), call.Definition.Unit == Unit.Share ? "of pipeline gas and LNG" : "", alternatives);

        Figure Figure(double found) => call.Figure(
            $"{what}{(origin == "all" ? "" : origin == "LNG" ? ", LNG" : $", {origin} by pipeline")}, {year}", found, new Provenance(
                ["entsog"], $"monthly flows into the EU27, {year}, added up", Coverage.Of(FormattableString.Invariant($"12 months, {all / 1000:0.0} bcm in all{(call.Year() < 2020 ? "; LNG of these years is too low in the source" : "")}; LNG is not told apart by origin"))));
    }

    /// <summary>The mean price of a year.</summary>
    public static FigureAnswer Price(FigureCall call)
    {
        var (year, series) = (FigureParameters.Text(call.Year()), call.Choice("series"));
        ImmutableArray<MonthlyPrice> prices;
        try
        {
            prices = call.World.Prices(series);
        }
        catch (ArgumentException)
        {
            return call.Missing($"The store holds no price series {series}.");
        }

        var months = prices.Where(price => price.Month.StartsWith(year, StringComparison.Ordinal)).ToList();
        if (months.Count != MonthsOfAYear)
        {
            return call.MissingYear($"whole year of the price {series}", prices.GroupBy(price => price.Month[..4]).Where(group => group.Count() == MonthsOfAYear).Select(group => int.Parse(group.Key, NumberStyles.None, CultureInfo.InvariantCulture)));
        }

        string source = series is "brent_spot_usd_bbl" or "henry_hub_usd_mmbtu" ? "eia-prices" : "worldbank-prices";
        return call.Answer(call.Figure(
            $"mean price {series} in {year}", months.Average(price => price.Value), new Provenance([source], $"mean of the months of {year}", Coverage.Of("12 months")), unit: series.EndsWith("mmbtu", StringComparison.Ordinal) ? Unit.UsdPerMmbtu : Unit.Number));
    }

    private static List<string> Months(string from, string to)
    {
        var months = new List<string>();
        for (var month = DateOnly.ParseExact(from, "yyyy-MM", CultureInfo.InvariantCulture); months.Count < 1200; month = month.AddMonths(1))
        {
            var text = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            if (string.CompareOrdinal(text, to) > 0) break;
            months.Add(text);
        }

        return months;
    }

    private static string Spans(ImmutableArray<string> months) => string.Join(" and ", Spells(months).Select(spell => $"{spell.First} to {spell.Last}"));

    private static IEnumerable<(string First, string Last)> Spells(ImmutableArray<string> months)
    {
        var start = 0;
        for (var i = 1; i <= months.Length; i++)
        {
            if (i < months.Length && Months(months[i - 1], months[i]).Count == 2) continue;
            yield return (months[start], months[i - 1]);
            start = i;
        }
    }
}
