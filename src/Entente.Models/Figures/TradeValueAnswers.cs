using Entente.Models.Trade;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Values, growth, balance and ranks of goods trade.</summary>
internal static class TradeValueAnswers
{
    /// <summary>The value of trade with a partner.</summary>
    public static FigureAnswer Value(FigureCall call) => Of(call, call.Choice("flow"), question => question.Under(Denominator.GapsFilled).NumeratorBillionUsd, question => question.Under(Denominator.AsReported).NumeratorBillionUsd);

    /// <summary>Exports less imports.</summary>
    public static FigureAnswer Balance(FigureCall call) => Of(call, "both", question => question.Balance(Denominator.GapsFilled), question => question.Balance(Denominator.AsReported));

    private static FigureAnswer Of(FigureCall call, string flow, Func<TradeQuestion, double> filled, Func<TradeQuestion, double> held)
    {
        var year = call.Year();
        if (TradeQuestion.Of(call, year, flow) is not { } question) return call.MissingYear("goods trade", call.World.TradeYears);
        var label = $"{(call.Definition.Key == "trade-balance" ? "balance of goods trade" : flow == "both" ? "goods trade" : $"{flow} of goods")} of {question.Who.Label} {(flow == "imports" ? "from" : flow == "exports" ? "to" : "with")} {question.Whom.Label}";
        if (call.Choice("kind") is var kind and not "goods")
        {
            var goods = kind == "services" ? [] : new[] { new FigureAlternative("goods alone", AlternativeStanding.Part, Figure(question, filled)) }
                .Concat(question.Readings().Select(reading => new FigureAlternative($"goods alone, {reading.Label}", AlternativeStanding.Part, Figure(reading.Question, filled))));
            return call.Missing($"Trade in services is not held{(kind == "services" ? "" : ", only the part of it that is goods")}.", goods, label.Replace("of goods", $"of {kind.Replace('-', ' ')}", StringComparison.Ordinal).Replace("goods trade", $"trade in {kind.Replace('-', ' ')}", StringComparison.Ordinal));
        }

        var main = filled(question);
        return call.Answer(Figure(question, filled), question.Reading("missing partners at their last value"), Others());

        IEnumerable<FigureAlternative> Others()
        {
            if (held(question) is var under && double.IsFinite(under) && Math.Abs(under - main) > 1e-9) yield return new FigureAlternative("as held", AlternativeStanding.Plain, Figure(question, held));
            foreach (var (reading, standing, asked) in question.Readings()) yield return new FigureAlternative(reading, standing, Figure(asked, filled));
        }

        Figure Figure(TradeQuestion asked, Func<TradeQuestion, double> value) => call.Figure(label, value(asked), asked.Provenance(asked.Under(Denominator.GapsFilled).Coverage));
    }

    /// <summary>The change of trade with a partner between two years; members of a bloc are those of the later year in both.</summary>
    public static FigureAnswer Growth(FigureCall call)
    {
        var (from, year, flow) = (call.Year("from"), call.Year(), call.Choice("flow"));
        if (from >= year) throw new InvalidInputException($"from of trade-growth is {from} and year is {year}; the first year must come before the last.");
        if (TradeQuestion.Of(call, year, flow) is not { } after) return call.MissingYear("goods trade", call.World.TradeYears);
        if (!call.World.TradeYears.Contains(from)) return call.MissingYear("goods trade", call.World.TradeYears.Where(held => held < year), "from");
        var main = Between(after, Denominator.GapsFilled);
        return call.Answer(main, after.Reading("missing partners at their last value"), Others());

        Figure Between(TradeQuestion last, Denominator denominator)
        {
            var first = new TradeQuestion(call, call.World.Trade(from), last.Who, last.Whom, flow).Under(denominator);
            var then = last.Under(denominator);
            return call.Figure(
                $"change of {(flow == "both" ? "goods trade" : flow)} of {last.Who.Label} with {last.Whom.Label} from {from} to {year}", then.NumeratorBillionUsd / first.NumeratorBillionUsd - 1,
                last.Provenance(then.Coverage with { Statement = FormattableString.Invariant($"US$ {first.NumeratorBillionUsd:0.0} bn in {from}, {then.NumeratorBillionUsd:0.0} bn in {year}; {then.Coverage.Statement}") }));
        }

        IEnumerable<FigureAlternative> Others()
        {
            if (Between(after, Denominator.AsReported) is { IsMissing: false } held && Math.Abs(held.Value - main.Value) > 1e-9) yield return new FigureAlternative("as held", AlternativeStanding.Plain, held);
            foreach (var (reading, standing, asked) in after.Readings()) yield return new FigureAlternative(reading, standing, Between(asked, Denominator.GapsFilled));
        }
    }

    /// <summary>The rank of a partner among all; the other reading counts the European Union as one partner.</summary>
    public static FigureAnswer Rank(FigureCall call)
    {
        var (year, flow) = (call.Year(), call.Choice("flow"));
        if (TradeQuestion.Of(call, year, flow) is not { } question) return call.MissingYear("goods trade", call.World.TradeYears);
        var label = $"rank of {question.Whom.Label} in the {(flow == "both" ? "trade" : flow)} of {question.Who.Label}";
        var own = question.Under(Denominator.GapsFilled).NumeratorBillionUsd;
        var values = question.Trade.Economies.Where(other => !question.Who.Members.Contains(other) && !question.Whom.Members.Contains(other)).ToDictionary(other => other, ValueOf);
        var union = call.World.Blocs.Find("EU")?.MembersIn(year) ?? [];
        var asOne = union.Where(values.ContainsKey).Sum(member => values[member]);
        var alternatives = asOne > 0 && !union.Any(question.Whom.Members.Contains) && !union.Any(question.Who.Members.Contains)
            ? new[] { new FigureAlternative("the European Union counted as one partner", AlternativeStanding.Plain, Ranked(values.Where(pair => !union.Contains(pair.Key)).Select(pair => pair.Value).Append(asOne))) } : [];
        return call.Answer(Ranked(values.Values), "states counted one by one, missing partners at their last value", alternatives);

        double ValueOf(int other)
        {
            var (imports, exports) = (0.0, 0.0);
            foreach (var member in question.Who.Members) (imports, exports) = (imports + question.Trade.Filled(other, member), exports + question.Trade.Filled(member, other));
            return (flow == "imports" ? imports : flow == "exports" ? exports : imports + exports) * 1e-6;
        }

        Figure Ranked(IEnumerable<double> others)
        {
            var all = others.Where(value => value > 0).ToList();
            return call.Figure(label, 1 + all.Count(value => value > own), question.Provenance(Coverage.Of(FormattableString.Invariant($"{all.Count + 1} partners ranked; {question.Under(Denominator.GapsFilled).Coverage.Statement}"))));
        }
    }
}
