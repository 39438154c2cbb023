using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Trade.WhatIf;

/// <summary>What stands in for a pair that is missing from the year of an estimated baseline.</summary>
internal enum MissingPairs
{
    /// <summary>Its last known value, shrunk by the measured effect of sanctions where the pair is under sanctions.</summary>
    LastShrunk,

    /// <summary>Its last known value as it was.</summary>
    Last,

    /// <summary>Nothing: a bound, for missing is not zero.</summary>
    None,
}

/// <summary>Chooses and builds the baseline of a question.</summary>
internal sealed class BaselineBuilder(WorldEdition world, WhatIfQuestion question, ImmutableArray<int> named, SanctionsEstimate? standing)
{
    /// <summary>Whether domestic sales are estimated.</summary>
    public bool IsEstimated => !question.IsOwn && question.Kind != BaselineKind.Observed && (question.Kind == BaselineKind.Estimated || !world.ExpenditureYears.Contains(question.Year));

    /// <summary>Builds the baseline.</summary>
    /// <exception cref="InvalidInputException">The year is not held, or the baseline cannot carry an equilibrium.</exception>
    public TradeBaseline Build(DomesticSalesRule? domestic = null, MissingPairs missing = MissingPairs.LastShrunk)
    {
        if (question.File is { } file) return UserBaseline.Read(world, file, question.Year);
        var baseline = IsEstimated ? Estimated(domestic, missing) : Observed();
        BaselineChecks.Check(FormattableString.Invariant($"The baseline of {question.Year}"), [.. baseline.Economies.Select(economy => economy.Name)], baseline.Flows);
        return baseline;
    }

    private TradeBaseline Observed() => world.ExpenditureYears.Contains(question.Year) ? MeasuredBaseline.Build(world, question.Year)
        : throw new InvalidInputException($"Observed domestic sales are held for {Years(world.ExpenditureYears)}, not for {question.Year}; choose one of these years, or estimated domestic sales.");

    private TradeBaseline Estimated(DomesticSalesRule? domestic, MissingPairs missing)
    {
        var first = world.ExpenditureYears[0];
        if (!world.TradeYears.Contains(question.Year) || question.Year < first)
        {
            throw new InvalidInputException($"A baseline can be made for {Years([.. world.TradeYears.Where(year => year >= first)])}, not for {question.Year}; choose one of these years.");
        }

        double Filled(int exporter, int importer, double last) => missing switch
        {
            MissingPairs.None => 0,
            MissingPairs.Last => last,
            _ => last * Math.Exp(Standing(exporter, importer)),
        };
        return EstimatedBaseline.Build(world, question.Year, named, question.Target, Filled, domestic);
    }

    private double Standing(int exporter, int importer)
    {
        if (standing is null) return 0;
        if (exporter == standing.Against) return standing.Of(importer)?.Exports ?? 0;
        return importer == standing.Against ? standing.Of(exporter)?.Imports ?? 0 : 0;
    }

    private static string Years(ImmutableArray<int> years)
    {
        var runs = new List<string>();
        for (var i = 0; i < years.Length; i++)
        {
            var start = i;
            while (i + 1 < years.Length && years[i + 1] == years[i] + 1) i++;
            runs.Add(start == i ? FormattableString.Invariant($"{years[i]}") : FormattableString.Invariant($"{years[start]} to {years[i]}"));
        }

        return runs.Count < 2 ? string.Concat(runs) : $"{string.Join(", ", runs.SkipLast(1))} and {runs[^1]}";
    }
}
