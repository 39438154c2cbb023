using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Runs;

/// <summary>The figures of a run that are compared, draw by draw, read from its files alone: no store is needed, so that also a run of an older one can be read.</summary>
internal sealed class RunSeries
{
    private const string With = "with.";
    private const string Without = "without.";
    private const string SplitPrefix = "split.";
    private const string BalancePrefix = "balance.";
    private const string AllyPrefix = "ally.";
    private const string Rely = ".rely";

    private RunSeries(RunFolder folder, ImmutableArray<Figure> figures) => (Folder, Figures) = (folder, figures);

    /// <summary>The run.</summary>
    public RunFolder Folder { get; }

    /// <summary>The figures.</summary>
    public ImmutableArray<Figure> Figures { get; }

    /// <summary>Reads them.</summary>
    public static RunSeries Read(string run)
    {
        var folder = RunFolder.Open(run);
        var wanted = folder.Manifest.Columns.Where(column => column.Name == EnsembleColumns.Draw || IsRead(column.Name)).ToImmutableArray();
        var cells = wanted.ToDictionary(column => column.Name, _ => Missing(folder.Manifest.Plan.Draws), StringComparer.Ordinal);
        foreach (var range in folder.Held)
        {
            var block = new DrawBlock(wanted, range);
            block.Read(run, range);
            foreach (var (name, values) in cells) block.Reals(name)!.CopyTo(values, range.First);
        }

        return new RunSeries(folder, [.. Build(wanted, cells)]);
    }

    private static bool IsRead(string name) => name is "with.dealigned" or "with.realigned" or "without.dealigned" or "without.realigned"
        || name.StartsWith(SplitPrefix, StringComparison.Ordinal) || name.StartsWith(BalancePrefix, StringComparison.Ordinal)
        || (name.StartsWith(AllyPrefix, StringComparison.Ordinal) && name.EndsWith(Rely, StringComparison.Ordinal));

    private static IEnumerable<Figure> Build(ImmutableArray<RunColumn> columns, Dictionary<string, double[]> cells)
    {
        double[] Sum(params IEnumerable<string> names) => names.Select(name => cells.GetValueOrDefault(name) ?? Missing(cells[EnsembleColumns.Draw].Length)).Aggregate((a, b) => Each(a, b, (x, y) => x + y));
        var (with, without) = (Sum(With + "dealigned", With + "realigned"), Sum(Without + "dealigned", Without + "realigned"));
        yield return new Figure("split", "chance of a split", Unit.Probability, with);
        yield return new Figure("without", "chance without the moves", Unit.Probability, without);
        yield return new Figure("effect", "effect of the moves", Unit.Probability, Each(with, without, (x, y) => x - y));
        foreach (var column in columns.Where(column => column.Name.StartsWith(SplitPrefix, StringComparison.Ordinal)))
        {
            yield return new Figure(column.Name, $"chance under {column.Name[SplitPrefix.Length..].Replace('-', ' ')}", Unit.Probability, cells[column.Name]);
        }

        var terms = columns.Where(column => column.Name.StartsWith(BalancePrefix, StringComparison.Ordinal)).ToList();
        foreach (var column in terms) yield return new Figure(column.Name, column.Description, Unit.RelativeChange, cells[column.Name]);
        if (terms.Count > 0) yield return new Figure("balance.net", "net worth of changing sides", Unit.RelativeChange, Sum(terms.Select(term => term.Name)));
        foreach (var code in columns.Select(column => column.Name).Where(name => name.StartsWith(AllyPrefix, StringComparison.Ordinal)).Select(name => name.Split('.')[1]).Distinct(StringComparer.Ordinal))
        {
            if (cells.TryGetValue($"ally.{code}.before.rely", out var before) && cells.TryGetValue($"ally.{code}.after.rely", out var after))
            {
                yield return new Figure($"ally.{code}.drift", $"{code} stops relying, by the moves", Unit.Probability, Each(before, after, (x, y) => x - y));
            }
        }
    }

    private static double[] Missing(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static double[] Each(double[] left, double[] right, Func<double, double, double> of)
    {
        var values = new double[left.Length];
        for (var i = 0; i < values.Length; i++) values[i] = of(left[i], right[i]);
        return values;
    }

    /// <summary>One figure.</summary>
    /// <param name="Key">Key.</param>
    /// <param name="Name">Name for people.</param>
    /// <param name="Unit">Unit.</param>
    /// <param name="Values">One value a draw of the whole run; NaN where the draw is not held or failed.</param>
    internal sealed record Figure(string Key, string Name, Unit Unit, double[] Values);
}
