using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Regression;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.Models.Trade.Estimation;

/// <summary>A model of a specification, estimated.</summary>
/// <param name="Specification">The model.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="Held">Rows in the table, before the condition on rows.</param>
/// <param name="SeparatedRows">Rows of the table that were left out as separated; 1 is the first below the header.</param>
public sealed record SpecifiedEstimate(ModelSpecification Specification, RegressionEstimate Estimate, int Held, ImmutableArray<long> SeparatedRows);

/// <summary>Estimates what a specification asks for.</summary>
public static class SpecifiedRegression
{
    private const int MostLevels = 400;

    /// <summary>Estimates every model.</summary>
    /// <param name="specification">The models.</param>
    /// <param name="megabytes">Memory that a table, and that the columns of a model, may take; <see langword="null"/> for what the machine has.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidInputException">A table, an expression or a value is wrong, or a model takes more memory than it may.</exception>
    /// <exception cref="NoAnswerException">Nothing is left to estimate from, or no convergence.</exception>
    public static ImmutableArray<SpecifiedEstimate> Estimate(EstimationSpecification specification, int? megabytes = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(specification);
        var results = ImmutableArray.CreateBuilder<SpecifiedEstimate>(specification.Models.Length);
        foreach (var model in specification.Models)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var table = UserTable.Open(model.Data, model.Where, megabytes: megabytes, cancellation: cancellationToken);
            results.Add(Estimate(model, table, new ColumnRoom(model.Name, megabytes), cancellationToken));
        }

        return results.MoveToImmutable();
    }

    /// <summary>What estimates rest on. No source of the catalog stands behind a table of the user's own: the source is the table itself, told by its hash.</summary>
    /// <param name="estimates">The estimates.</param>
    public static Provenance Grounds(ImmutableArray<SpecifiedEstimate> estimates) => new(
        [], "trade estimate",
        new Coverage(
            $"a table of your own, not of the store: {string.Join("; ", estimates.Select(one => FormattableString.Invariant($"{one.Specification.Name} rests on {one.Estimate.Sample.Observations:N0} of its {one.Held:N0} rows")))}",
            estimates.Sum(one => one.Estimate.Sample.Observations), estimates.Sum(one => one.Estimate.Sample.Missing), []))
    {
        Documents = [.. estimates.Select(one => one.Specification.Data).Distinct(StringComparer.Ordinal).Select(path => DocumentSource.OfFile("table", path))],
    };

    private static SpecifiedEstimate Estimate(ModelSpecification model, UserTable table, ColumnRoom room, CancellationToken cancellationToken)
    {
        var levels = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var outcome = table.Numbers(model.Outcome.Expression, "outcome");
        var data = new RegressionData(
            model.Outcome.Name, outcome, [.. model.Regressors.SelectMany(term => Regressors(term, table)).Select(regressor => room.Take(regressor, outcome.Length))],
            [.. model.Effects.SelectMany(term => Effects(term, table, levels)).Select(effect => room.Take(effect, outcome.Length))])
        {
            Weights = model.Weights is { } weights ? table.Numbers(weights.Expression, "weights") : default(ReadOnlyMemory<double>),
            Offset = model.Offset is { } offset ? table.Numbers(offset.Expression, "offset") : default(ReadOnlyMemory<double>),
        };
        room.TakeSquare(data.Regressors.Length);
        if (data.Regressors.Select(regressor => regressor.Name).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InvalidInputException($"The regressor {twice.Key} is given twice in {model.Name}; leave one out or name it 'other = {twice.Key}'.");
        }

        var options = model.Options with { Covariances = [.. model.Errors.Select(term => room.Take(Kind(term, table, levels), outcome.Length))], CancellationToken = cancellationToken };

        // A row whose exporter or cluster is missing cannot take part: it counts among the missing.
        foreach (var ids in levels.Values)
        {
            for (var row = 0; row < ids.Length; row++)
            {
                if (ids[row] >= 0) continue;
                (outcome[row], ids[row]) = (double.NaN, 0);
            }
        }

        try
        {
            var estimate = RegressionModel.Estimate(data, model.Family, options);
            return new SpecifiedEstimate(model, estimate, table.Held, InFile(estimate.Sample.SeparatedRows.Span, table));
        }
        catch (EstimationException problem) when (problem.Row >= 0)
        {
            // The library counts rows of the sample from 0; the user sees the file.
            var row = table.RowNumbers()[problem.Row];
            throw new InvalidInputException(problem.Message.Replace(
                string.Create(CultureInfo.InvariantCulture, $"row {problem.Row}"), string.Create(CultureInfo.InvariantCulture, $"row {row} of {table.Path}"), StringComparison.OrdinalIgnoreCase), problem);
        }
        catch (EstimationException problem)
        {
            throw new NoAnswerException($"{model.Name}: {problem.Message}", problem);
        }
    }

    private static ImmutableArray<long> InFile(ReadOnlySpan<int> rows, UserTable table)
    {
        if (rows.IsEmpty) return [];
        var numbers = table.RowNumbers();
        var result = ImmutableArray.CreateBuilder<long>(rows.Length);
        foreach (var row in rows) result.Add(numbers[row]);
        return result.MoveToImmutable();
    }

    private static IEnumerable<Regressor> Regressors(RegressorTerm term, UserTable table)
    {
        if (term.Factor is not { } factor)
        {
            yield return new Regressor(term.Value!.Name, table.Numbers(term.Value.Expression, "regressor"));
            yield break;
        }

        var (levels, names) = table.Levels(factor, "factor");
        if (names.Length > MostLevels) throw new InvalidInputException($"i({factor}) has {names.Length} levels, more than {MostLevels}: absorb it as an effect instead.");
        var values = term.Value is { } value ? table.Numbers(value.Expression, "regressor") : null;
        var sorted = names.Select((name, level) => (Name: name, Level: level)).OrderBy(entry => double.TryParse(entry.Name, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.MaxValue)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        var reference = term.Reference ?? (values is null ? sorted[0].Name : null);
        if (term.Reference is not null && !names.Contains(term.Reference))
        {
            throw new InvalidInputException($"i({factor}, …): there is no level '{term.Reference}' to leave out; the levels are {string.Join(", ", sorted.Take(12).Select(entry => entry.Name))}{(sorted.Count > 12 ? " …" : "")}.");
        }

        foreach (var (name, level) in sorted)
        {
            if (name == reference) continue;
            yield return new Regressor(
                values is null ? $"{factor}={name}" : $"{factor}={name}:{term.Value!.Name}", levels.Select((l, row) => l != level ? (values is not null && double.IsNaN(values[row]) ? double.NaN : 0) : values is null ? 1 : values[row]).ToArray());
        }
    }

    private static IEnumerable<FixedEffect> Effects(EffectTerm term, UserTable table, Dictionary<string, int[]> levels)
    {
        var ids = Levels(term.Name, table, levels, "effect");
        if (term.Constant) yield return new FixedEffect(term.Name, ids);
        if (term.Slope is { } slope) yield return new FixedEffect($"{term.Name}[[{slope}]]", ids, table.Numbers(slope, "slope"));
    }

    private static CovarianceKind Kind(ErrorTerm term, UserTable table, Dictionary<string, int[]> levels) => term.Kind switch
    {
        "iid" => CovarianceKind.Iid,
        "hc0" => CovarianceKind.Robust(LeverageAdjustment.Hc0),
        "hc1" => CovarianceKind.Robust(LeverageAdjustment.Hc1),
        "hc2" => CovarianceKind.Robust(LeverageAdjustment.Hc2),
        "hc3" => CovarianceKind.Robust(LeverageAdjustment.Hc3),
        "cluster" => CovarianceKind.Clustered([.. term.Columns.Select(column => new ClusterDimension(column, Levels(column, table, levels, "cluster")))]),
        _ => Dyadic(term, table, levels),
    };

    // Both members need one numbering.
    private static CovarianceKind Dyadic(ErrorTerm term, UserTable table, Dictionary<string, int[]> levels)
    {
        var (first, firstNames) = table.Levels(term.Columns[0], "dyadic");
        var (second, secondNames) = table.Levels(term.Columns[1], "dyadic");
        var number = firstNames.Select((name, level) => (name, level)).ToDictionary(entry => entry.name, entry => entry.level, StringComparer.Ordinal);
        int[] map = [.. secondNames.Select(name => number.TryGetValue(name, out var known) ? known : number[name] = number.Count)];
        second = Array.ConvertAll(second, level => level < 0 ? -1 : map[level]);
        levels.Add($"{term.Columns[0]} of dyads", first);
        levels.Add($"{term.Columns[1]} of dyads with {term.Columns[0]}", second);
        return CovarianceKind.Dyadic(first, second);
    }

    private static int[] Levels(string name, UserTable table, Dictionary<string, int[]> known, string what)
    {
        if (known.TryGetValue(name, out var levels)) return levels;
        foreach (var column in name.Split('^').Select(part => part.Trim()))
        {
            var (own, _) = table.Levels(column, what);
            levels = levels is null ? own : Cross(levels, own);
        }

        known.Add(name, levels!);
        return levels!;
    }

    // A combination with something missing is missing.
    private static int[] Cross(int[] a, int[] b)
    {
        var levels = EffectLevels.Cross(a, b);
        for (var row = 0; row < levels.Length; row++)
        {
            if (a[row] < 0 || b[row] < 0) levels[row] = -1;
        }

        return levels;
    }
}
