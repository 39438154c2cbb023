using System.Collections.Immutable;
using Entente.Models.Trade;
using Entente.World.Blocs;
using Entente.World.Figures;
using Entente.World.Trade;

namespace Entente.Models.Figures;

/// <summary>Trade of one party with another in a year and direction, as <see cref="TradeDependence"/> answers it.</summary>
/// <param name="Call">The request.</param>
/// <param name="Trade">The year's trade.</param>
/// <param name="Who">Whose trade.</param>
/// <param name="Whom">With whom.</param>
/// <param name="Flow">imports, exports or both, seen from <paramref name="Who"/>.</param>
internal sealed record TradeQuestion(FigureCall Call, TradeMatrix Trade, Party Who, Party Whom, string Flow)
{
    private DependenceResult? _result;

    /// <summary>The question of a request in a year; <see langword="null"/> where no trade of the year is held.</summary>
    public static TradeQuestion? Of(FigureCall call, int year, string flow) =>
        call.World.TradeYears.Contains(year) ? new TradeQuestion(call, call.World.Trade(year), call.Party("state"), call.Party("partner"), flow) : null;

    /// <summary>The same question, computed anew: a copy with other parties must not keep the result of the first.</summary>
    public TradeQuestion Fresh() => new(Call, Trade, Who, Whom, Flow);

    /// <summary>Dependence of the first on the second.</summary>
    public DependenceResult Result => _result ??= TradeDependence.Compute(Call.World, Trade, Who, Whom);

    /// <summary>Value, total and share under a denominator; both directions are added up.</summary>
    public ShareUnder Under(Denominator denominator)
    {
        var (imports, exports) = (Result.Imports.Shares[(int)denominator], Result.Exports.Shares[(int)denominator]);
        if (Flow == "imports") return imports;
        if (Flow == "exports") return exports;
        var (value, total) = (imports.NumeratorBillionUsd + exports.NumeratorBillionUsd, imports.TotalBillionUsd + exports.TotalBillionUsd);
        return new ShareUnder(denominator, value / total, value, total, new Coverage(
            imports.Coverage.Statement == exports.Coverage.Statement ? imports.Coverage.Statement : $"imports: {imports.Coverage.Statement}; exports: {exports.Coverage.Statement}",
            null, imports.Coverage.Missing + exports.Coverage.Missing, [.. imports.Coverage.MissingNames.Union(exports.Coverage.MissingNames)]));
    }

    /// <summary>Exports less imports, missing pairs filled, billion US$.</summary>
    public double Balance(Denominator denominator) => Result.Exports.Shares[(int)denominator].NumeratorBillionUsd - Result.Imports.Shares[(int)denominator].NumeratorBillionUsd;

    /// <summary>Where a value under a denominator came from.</summary>
    public Provenance Provenance(Coverage coverage, bool isOfficial = false)
    {
        ImmutableArray<string> sources = isOfficial ? [.. Trade.Sources, "customs-totals"] : Trade.Sources;
        return new Provenance(sources, FormattableString.Invariant($"{(Flow == "both" ? "imports and exports" : Flow)} of {Who.Label} {(Flow == "imports" ? "from" : Flow == "exports" ? "to" : "with")} {Whom.Label}, goods, {Trade.Year}"), coverage);
    }

    /// <summary>The main reading in words: the members of blocs, and how missing partners are treated, where any is missing.</summary>
    public string Reading(string denominator)
    {
        var parts = new[] { Whom, Who }.Where(party => party.IsBloc).Select(party => FormattableString.Invariant($"{party.Key} of {Trade.Year} ({party.Members.Length} members)")).ToList();
        if (parts.Count == 0 || Under(Denominator.GapsFilled).Coverage.Missing > 0 || denominator.StartsWith("of ", StringComparison.Ordinal)) parts.Add(denominator);
        return string.Join(", ", parts);
    }

    /// <summary>The same question with other sets of states, each with its label; those that cannot be asked are left out.</summary>
    public IEnumerable<(string Label, AlternativeStanding Standing, TradeQuestion Question)> Readings()
    {
        var asked = PartyReadings.Of(Call, Whom, Trade.Year).Select(reading => (reading.Label, reading.Standing, Question: (this with { Whom = reading.Party }).Fresh()))
            .Concat(PartyReadings.Of(Call, Who, Trade.Year).Select(reading => (reading.Label, reading.Standing, Question: (this with { Who = reading.Party }).Fresh())));
        foreach (var (label, standing, question) in asked)
        {
            if (question.IsPossible()) yield return (label, standing, question);
        }
    }

    private bool IsPossible()
    {
        try
        {
            _ = Result;
            return true;
        }
        catch (World.EntenteException)
        {
            // Another set of states may leave no partner outside, or hold none of the matrix: then it is no reading.
            return false;
        }
    }
}
