using Entente.Models.Trade;
using Entente.Models.Trade.Conduits;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Shares in goods trade, directly and with what comes through third states.</summary>
internal static class TradeShareAnswers
{
    private static readonly (string Word, Denominator Denominator, string Label)[] Denominators =
    [
        ("filled", Denominator.GapsFilled, "missing partners at their last value"),
        ("held", Denominator.AsReported, "of what the matrix holds"),
        ("customs", Denominator.OfficialTotal, "of the customs total that the state published"),
    ];

    /// <summary>A partner's share of trade.</summary>
    public static FigureAnswer Share(FigureCall call)
    {
        var (year, flow) = (call.Year(), call.Choice("flow"));
        if (TradeQuestion.Of(call, year, flow) is not { } question) return EarlyShare(call, year, flow) ?? call.MissingYear("goods trade", call.World.TradeYears);
        var chosen = call.Choice("denominator");
        var label = $"{question.Whom.Label}'s share of the {(flow == "both" ? "trade" : flow)} of {question.Who.Label}";
        var (value, provenance) = Value(question, chosen);
        if (double.IsNaN(value)) return call.Missing(chosen == "customs" ? $"No customs total of {question.Who.Label} for {year} is held." : $"The {flow} of {question.Who.Label} with {question.Whom.Label} in {year} are not held.", Others());
        return call.Answer(call.Figure(label, value, provenance), question.Reading(Label(chosen)), Others());

        IEnumerable<FigureAlternative> Others()
        {
            var open = call.IsGiven("denominator") ? AlternativeStanding.Wider : AlternativeStanding.Plain;
            foreach (var (other, standing) in new[] { ("filled", open), ("held", open), ("customs", open), ("without-cis", AlternativeStanding.Wider) })
            {
                if (other == chosen) continue;
                var (under, from) = Value(question, other);
                if (!double.IsNaN(under) && Math.Abs(under - value) > 1e-9) yield return new FigureAlternative(Label(other), standing, call.Figure(label, under, from));
            }

            foreach (var (reading, standing, asked) in question.Readings())
            {
                var (under, from) = Value(asked, chosen);
                if (!double.IsNaN(under)) yield return new FigureAlternative(reading, standing, call.Figure(label, under, from));
            }
        }
    }

    /// <summary>A partner's share of imports with what comes through third states.</summary>
    public static FigureAnswer Indirect(FigureCall call)
    {
        var year = call.Year();
        if (!call.World.TradeYears.Contains(year)) return call.MissingYear("goods trade", call.World.TradeYears);
        var (who, whom) = (call.Party("state"), call.Party("partner"));
        var found = IndirectSupply.Compute(call.World, call.Text("state")!, call.Text("partner")!, year, year);
        var (chosen, rule) = (call.Choice("denominator"), call.Choice("attribution"));
        var label = $"{whom.Label}'s share of the imports of {who.Label}, with goods through third states";
        var all = (from held in found.Last.Shares
                   let word = Denominators.First(known => known.Denominator == held.Denominator)
                   from part in new[] { ("upper", held.Upper), ("proportional", held.Proportional), ("lower", held.Lower), ("content", held.Content), ("direct", held.Direct) }
                   where double.IsFinite(part.Item2)
                   select (Denominator: word.Word, Rule: part.Item1, Share: part.Item2)).ToList();
        var alternatives = all.Where(one => (one.Denominator, one.Rule) != (chosen, rule)).Select(one => new FigureAlternative(
            $"{Rule(one.Rule)}, {Label(one.Denominator)}", one.Rule == rule && !call.IsGiven("denominator") ? AlternativeStanding.Plain : AlternativeStanding.Wider, Of(one.Share)))
            .OrderBy(alternative => alternative.Standing);
        var main = all.FirstOrDefault(one => one.Denominator == chosen && one.Rule == rule);
        if (main.Rule is null) return call.Missing(found.WhyNoConduits is { } why ? $"Nothing is known to come through third states: {why}." : $"No such share of {who.Label} is held for {year}.", alternatives);
        return call.Answer(Of(main.Share), $"{Rule(rule)}, {Label(chosen)}", alternatives);

        Figure Of(double share) => call.Figure(label, share, found.Provenance, basis: Basis.Modelled);
    }

    /// <summary>Shares of 1963 to 1999 are held rounded, for pairs of states.</summary>
    private static FigureAnswer? EarlyShare(FigureCall call, int year, string flow)
    {
        if (flow == "both" || !call.World.TradeShares.Any(share => share.Year == year)) return null;
        var (who, whom) = (call.Party("state"), call.Party("partner"));
        if (who.IsBloc || call.Choice("denominator") != "filled") return null;
        var rows = call.World.TradeShares.Where(share => share.Year == year && (flow == "exports"
            ? share.Exporter == who.Members[0] && whom.Members.Contains(share.Importer) : share.Importer == who.Members[0] && whom.Members.Contains(share.Exporter))).ToList();
        if (rows.Count == 0) return call.Missing(FormattableString.Invariant($"The shares of {year} have no row of {who.Label} and {whom.Label}: below .05 % on both sides, or not reported."));
        return call.Answer(
            call.Figure($"{whom.Label}'s share of the {flow} of {who.Label}", rows.Sum(row => flow == "exports" ? row.OfExporter : row.OfImporter), new Provenance(
                ["sitc-totals"], FormattableString.Invariant($"{flow} of {who.Label}, {year}, shares rounded to .001"),
                Coverage.Of(whom.IsBloc ? FormattableString.Invariant($"{rows.Count} of {whom.Members.Length} members have a row; the others are below .05 % or not reported") : "one pair; values are not held before 2000"))),
            "of what was reported");
    }

    private static (double Share, Provenance Provenance) Value(TradeQuestion question, string word)
    {
        if (word == "without-cis") return WithoutCis(question);
        var under = question.Under(Denominators.First(known => known.Word == word).Denominator);
        return (under.Share, question.Provenance(under.Coverage, word == "customs"));
    }

    /// <summary>The share of trade outside the Commonwealth of Independent States, the "far abroad" of the statistics of its members; NaN for others.</summary>
    private static (double Share, Provenance Provenance) WithoutCis(TradeQuestion question)
    {
        var none = (double.NaN, question.Provenance(Coverage.Of("no member of the CIS")));
        if (question.Call.World.Blocs.Find("CIS") is not { } cis) return none;
        var members = cis.MembersIn(question.Trade.Year);
        if (!question.Who.Members.All(members.Contains) || question.Whom.Members.Any(members.Contains) || members.All(question.Who.Members.Contains)) return none;
        try
        {
            var (all, inside) = (question.Under(Denominator.GapsFilled), (question with { Whom = new Party(cis.Name, cis.Key, members, true) }).Fresh().Under(Denominator.GapsFilled));
            return (all.NumeratorBillionUsd / (all.TotalBillionUsd - inside.NumeratorBillionUsd), question.Provenance(all.Coverage));
        }
        catch (NoAnswerException)
        {
            return none;
        }
    }

    private static string Label(string word) => Denominators.FirstOrDefault(known => known.Word == word).Label ?? "of trade outside the CIS";

    private static string Rule(string word) => word switch
    {
        "upper" => "all excess trade through third states",
        "proportional" => "the larger proportional part of excess trade through third states",
        "lower" => "the smaller proportional part of excess trade through third states",
        "content" => "the partner's part in all deliveries of third states",
        _ => "direct deliveries alone",
    };
}
