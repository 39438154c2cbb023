using Entente.Models.Votes;
using Entente.Numerics.Similarity;
using Entente.World;
using Entente.World.Security;

namespace Entente.Models.Panel.Tables;

/// <summary>Fills columns of a dyad-year panel from an edition: a cell per row, NaN where nothing is held.</summary>
internal sealed class PanelReader(WorldEdition world, DyadYearFrame frame, CancellationToken cancellation)
{
    private (PairwiseSimilarities Measures, int[] Rows)? _votes;
    private readonly Dictionary<string, float[]> _columns = new(StringComparer.Ordinal);
    private StateYears? _states;

    public WorldEdition World => world;

    public DyadYearFrame Frame => frame;

    public StateYears States => _states ??= new StateYears(world);

    public float[] Missing()
    {
        cancellation.ThrowIfCancellationRequested();
        var column = new float[frame.Rows];
        Array.Fill(column, float.NaN);
        return column;
    }

    /// <summary>A column that several variables are made of, read once.</summary>
    public float[] Once(string key, Func<float[]> read) => _columns.TryGetValue(key, out var known) ? known : _columns[key] = read();

    /// <summary>A column of a constant, for years up to a last one.</summary>
    public float[] Until(int first, int last, float value = 0)
    {
        var column = Missing();
        for (var year = Math.Max(first, frame.FirstYear); year <= Math.Min(last, frame.LastYear); year++)
        {
            var (start, end) = frame.RowsOf(year);
            column.AsSpan(start..end).Fill(value);
        }

        return column;
    }

    /// <summary>From values of the two states; each is asked for once per year.</summary>
    public float[] Pairs(Func<int, int, double> value, Func<double, double, double> combine)
    {
        var column = Missing();
        for (var year = frame.FirstYear; year <= frame.LastYear; year++)
        {
            var members = frame.Members(year);
            var values = new double[members.Length];
            for (var i = 0; i < values.Length; i++) values[i] = value(members[i], year);
            var row = frame.RowsOf(year).Start;
            for (var i = 0; i < values.Length; i++)
            {
                for (var j = i + 1; j < values.Length; j++, row++) column[row] = (float)combine(values[i], values[j]);
            }
        }

        return column;
    }

    public float[] OfA(Func<int, int, double> value) => Pairs(value, static (a, _) => a);

    public float[] OfB(Func<int, int, double> value) => Pairs(value, static (_, b) => b);

    /// <summary>From a value of the pair.</summary>
    public float[] Each(int first, int last, Func<int, int, int, double> value)
    {
        var column = Missing();
        for (var year = Math.Max(first, frame.FirstYear); year <= Math.Min(last, frame.LastYear); year++)
        {
            var (start, end) = frame.RowsOf(year);
            for (var row = start; row < end; row++) column[row] = (float)value(frame.A[row], frame.B[row], year);
        }

        return column;
    }

    /// <summary>Sets years of a pair where it has a row.</summary>
    public void Set(float[] column, int a, int b, int from, int to, float value)
    {
        for (var year = Math.Max(from, frame.FirstYear); year <= Math.Min(to, frame.LastYear); year++)
        {
            if (frame.Row(a, b, year) is >= 0 and var row) column[row] = value;
        }
    }

    /// <summary>A measure of votes; by calendar year.</summary>
    public float[] Votes(SimilarityMeasure measure, RollCallScope scope)
    {
        var (measures, rows) = AllVotes();
        return Spread(rows, measures.Column(measure, scope));
    }

    public float[] CommonVotes(RollCallScope scope)
    {
        var (measures, rows) = AllVotes();
        return Spread(rows, Array.ConvertAll(measures.CommonVotes(scope), count => (float)count));
    }

    private float[] Spread(int[] rows, float[] values)
    {
        var column = Missing();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0) column[rows[i]] = values[i];
        }

        return column;
    }

    private (PairwiseSimilarities Measures, int[] Rows) AllVotes()
    {
        if (_votes is { } known) return known;
        var (found, _) = AllDyads.Compute(world.Votes, RollCallSelection.Everything, Environment.ProcessorCount, cancellation);
        var rows = new int[found.Rows.A.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = frame.Row(found.Rows.A[i], found.Rows.B[i], found.Periods[found.Rows.PeriodOf[i]].Year);
        _votes = (found.Measures, rows);
        return _votes.Value;
    }

    /// <summary>Disputes of a coding: a count per year.</summary>
    public float[] Disputes(string coding, int last, Func<DisputeYear, int> count)
    {
        var column = Until(1816, last);
        foreach (var dispute in world.DisputeYears(coding))
        {
            if (dispute.Year <= last && frame.Row(dispute.A, dispute.B, dispute.Year) is >= 0 and var row) column[row] = count(dispute);
        }

        return column;
    }
}
