using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Entente.Models.Alignment.Hypotheses;
using Entente.Models.Panel.Tables;
using Entente.World;

namespace Entente.Models.Strategy.Evidence;

/// <summary>The rows of a target's two pairs on a bench: covariates as they are, carried from the last year held, and as the moves leave them.</summary>
internal static class PairBench
{
    private const int MostCarried = 15;
    private const int FoeYears = 10;
    private static readonly string[] Extra = ["trade_dependence_a", "trade_dependence_b", "cow_originated"];

    // The newest bench of an edition: strategies that are set side by side read the same one.
    private static readonly ConditionalWeakTable<WorldEdition, Held> Known = [];

    /// <summary>Reads a bench, or takes the one that was read last where it is the same.</summary>
    public static ForecastBench Read(WorldEdition world, ImmutableArray<Hypothesis> hypotheses, int from, int to, CancellationToken cancellation)
    {
        if (Known.TryGetValue(world, out var held) && held.From == from && held.To == to && held.Hypotheses.SequenceEqual(hypotheses, HypothesisCovariates.Same)) return held.Bench;
        var bench = ForecastBench.Read(world, hypotheses, from, to, Extra, cancellation);
        Known.AddOrUpdate(world, new Held(from, to, hypotheses, bench));
        return bench;
    }

    /// <summary>Fits what can be learnt at an origin and asked of a target's two pairs; <see langword="null"/> where that is nothing. The bench keeps the fit: moves and assumptions do not touch it.</summary>
    public static BenchFit? Fit(ForecastBench bench, WedgeStrategy strategy, int origin)
    {
        var (target, partner, divider) = (strategy.Target, strategy.Partner, strategy.Divider);
        return bench.FitOf((origin, strategy.HorizonYears, target, partner, divider), () => bench.Fit(
            origin, strategy.HorizonYears, one => Carried(bench, one, target, partner, origin) is not null && Carried(bench, one, target, divider, origin) is not null));
    }

    private sealed record Held(int From, int To, ImmutableArray<Hypothesis> Hypotheses, ForecastBench Bench);

    // Lists in records are compared by reference; files read twice are the same hypotheses.
    private sealed class HypothesisCovariates : IEqualityComparer<Hypothesis>
    {
        public static HypothesisCovariates Same { get; } = new();

        public bool Equals(Hypothesis? x, Hypothesis? y) => x is not null && y is not null && x.Key == y.Key && x.Name == y.Name && x.Covariates.SequenceEqual(y.Covariates);

        public int GetHashCode(Hypothesis hypothesis) => hypothesis.Key.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>The values of a hypothesis's covariates, before their transform, with the years that they are of; <see langword="null"/> where one is not held at the origin nor in the fifteen years before.</summary>
    public static ImmutableArray<(double Value, int Year)>? Carried(ForecastBench bench, Hypothesis one, int a, int b, int origin)
    {
        var cells = ImmutableArray.CreateBuilder<(double, int)>();
        foreach (var covariate in one.Covariates)
        {
            if (Newest(bench, covariate, a, b, origin) is not { } cell) return null;
            cells.Add(cell);
        }

        return cells.ToImmutable();
    }

    private static (double Value, int Year)? Newest(ForecastBench bench, HypothesisCovariate covariate, int a, int b, int origin)
    {
        var column = bench.Panel.Cells(covariate.Variable);
        for (var year = origin; year > origin - MostCarried; year--)
        {
            if (bench.Frame.Row(a, b, year) is >= 0 and var row && !double.IsNaN(covariate.Apply(column[row]))) return (column[row], year);
        }

        return null;
    }

    /// <summary>Mean of a model for a pair, before the moves and after them.</summary>
    public static (double Before, double After) Forecast(ForecastBench bench, BenchFit fit, ForecastModel model, TargetPair pair, int target, int other, MovedCovariates moved)
    {
        var covariates = fit.Rows.Covariates;
        var (before, after) = (new double[covariates.Length], new double[covariates.Length]);
        for (var k = 0; k < covariates.Length; k++)
        {
            // What no hypothesis of the fit is asked for stays missing and is not read.
            if (Newest(bench, covariates[k], target, other, fit.Origin) is not { } cell) continue;
            before[k] = covariates[k].Apply(cell.Value);
            after[k] = moved.After(covariates[k].Variable, pair, cell.Value) is var value && value == cell.Value ? before[k] : covariates[k].Apply(value);
            if (double.IsNaN(after[k])) after[k] = before[k];
        }

        return (model.Mean(Row(bench, fit, target, other, before), 0), model.Mean(Row(bench, fit, target, other, after), 0));
    }

    // Alignment is centred on its mean of the year; covariates, which may be carried, on their means in the newest year that has them all.
    private static OriginYear Row(ForecastBench bench, BenchFit fit, int target, int other, double[] cells)
    {
        var (start, end) = bench.Frame.RowsOf(fit.Origin);
        var (sum, count) = (0.0, 0);
        var votes = bench.Panel.Cells("common_votes");
        for (var row = start; row < end; row++)
        {
            if (!(votes[row] >= ForecastRows.FewestVotes)) continue;
            sum += bench.Agreement[row];
            count++;
        }

        var (now, past) = (bench.Of(target, other, fit.Origin, ForecastRows.FewestVotes), fit.Rows.Past(target, other, fit.Origin));
        return new OriginYear(fit.Origin, [target], [other], [now], [double.IsNaN(past) ? 0 : past - now], [double.NaN], cells, cells.Length) { Means = [sum / count, .. fit.Training[^1].Means[1..]] };
    }

    /// <summary>What the moves change.</summary>
    public static MovedCovariates Moved(WorldEdition world, ForecastBench bench, WedgeStrategy strategy, double partnerTrade, double dividerTrade, int origin)
    {
        var shared = Quarrelled(bench, strategy.Target, strategy.Divider, origin) && Quarrelled(bench, strategy.Partner, strategy.Divider, origin);
        return MovedCovariates.Of(
            world, strategy, partnerTrade, dividerTrade, Dependence(bench, strategy.Target, strategy.Partner, origin), Dependence(bench, strategy.Target, strategy.Divider, origin), shared);
    }

    private static PairDependence Dependence(ForecastBench bench, int target, int other, int origin)
    {
        var (a, b) = (bench.Panel.Cells("trade_dependence_a"), bench.Panel.Cells("trade_dependence_b"));
        for (var year = origin; year > origin - MostCarried; year--)
        {
            if (bench.Frame.Row(target, other, year) is not (>= 0 and var row) || float.IsNaN(a[row]) || float.IsNaN(b[row])) continue;
            return target < other ? new PairDependence(a[row], b[row]) : new PairDependence(b[row], a[row]);
        }

        return PairDependence.Missing;
    }

    // A dispute of the two as originators in the ten years up to the newest that is coded.
    private static bool Quarrelled(ForecastBench bench, int a, int b, int origin)
    {
        var column = bench.Panel.Cells("cow_originated");
        var newest = Enumerable.Range(0, MostCarried).Select(back => origin - back).FirstOrDefault(year => bench.Frame.Row(a, b, year) is >= 0 and var row && !float.IsNaN(column[row]));
        return newest > 0 && Enumerable.Range(newest - FoeYears + 1, FoeYears).Any(year => bench.Frame.Row(a, b, year) is >= 0 and var row && column[row] > 0);
    }

    /// <summary>A sentence where covariates are older than the origin.</summary>
    public static IEnumerable<string> CarriedNotes(ForecastBench bench, BenchFit fit, int target, int partner, int divider, (string Target, string Partner, string Divider) names)
    {
        foreach (var (other, name) in new[] { (partner, names.Partner), (divider, names.Divider) })
        {
            var old = fit.Rows.Covariates.Select(covariate => (covariate.Name, Newest(bench, covariate, target, other, fit.Origin)?.Year ?? fit.Origin)).Where(one => one.Item2 < fit.Origin)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} of {one.Item2}")).ToList();
            if (old.Count > 0) yield return $"{names.Target} and {name}, carried from the last year held: {string.Join(", ", old)}.";
        }
    }

    /// <summary>Keys of the catalog behind a fit.</summary>
    public static ImmutableArray<string> Sources(BenchFit fit)
    {
        var variables = DyadYearPanel.Variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        return [.. fit.Rows.Covariates.Select(covariate => covariate.Variable).Prepend(ForecastBench.Outcome).SelectMany(name => variables[name].Sources).Distinct(StringComparer.Ordinal)];
    }
}
