using System.Collections.Concurrent;
using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.World;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>
/// A panel read once, from which many pairs can be forecast at many origins. Rivals whose covariates are not held for enough years before an origin are left out there, so that an early origin
/// still has persistence and drift. Nothing after the origin is read.
/// </summary>
internal sealed class ForecastBench
{
    private const int FewestPairs = 100;
    private readonly Dictionary<(string Variable, CovariateTransform Transform, int Year), bool> _held = [];
    private readonly float[] _votes;
    private readonly int _first;

    private ForecastBench(DyadYearFrame frame, PanelTable panel, ImmutableArray<Hypothesis> rivals, int first)
    {
        (Frame, Panel, Rivals, _first) = (frame, panel, rivals, first);
        (Agreement, _votes) = (panel.Cells(Outcome), panel.Cells("common_votes"));
    }

    public const string Outcome = "vote_agreement";

    public DyadYearFrame Frame { get; }

    public PanelTable Panel { get; }

    /// <summary>Persistence, drift and return, then the hypotheses.</summary>
    public ImmutableArray<Hypothesis> Rivals { get; }

    public float[] Agreement { get; }

    /// <summary>Reads the panel.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="hypotheses">The hypotheses; persistence and drift join them.</param>
    /// <param name="from">First year read.</param>
    /// <param name="to">Last year read.</param>
    /// <param name="extra">Further variables that the caller looks up.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ForecastBench Read(WorldEdition world, ImmutableArray<Hypothesis> hypotheses, int from, int to, IEnumerable<string> extra, CancellationToken cancellation)
    {
        ImmutableArray<Hypothesis> rivals = [Hypothesis.Persistence, Hypothesis.Autoregression, .. hypotheses];
        var frame = DyadYearFrame.Build(world, Math.Max(1946, from), to);
        string[] names = [.. new[] { "common_votes", Outcome }.Concat(rivals.SelectMany(one => one.Covariates).Select(one => one.Variable)).Concat(extra).Distinct(StringComparer.Ordinal)];
        return new ForecastBench(frame, DyadYearPanel.Build(world, frame, names, cancellation), rivals, frame.FirstYear);
    }

    /// <summary>Agreement of a pair in a year; NaN below a number of common votes.</summary>
    public double Of(int a, int b, int year, int fewest) => Frame.Row(a, b, year) is >= 0 and var row && _votes[row] >= fewest ? Agreement[row] : double.NaN;

    /// <summary>Fits what can be learnt at an origin.</summary>
    /// <param name="origin">The year; no later one is read.</param>
    /// <param name="horizon">Years ahead; shortened until eight earlier origins have an outcome.</param>
    /// <param name="usable">Whether a rival may be asked, beyond what is held of all pairs.</param>
    /// <returns><see langword="null"/> where not even a year ahead can be learnt.</returns>
    public BenchFit? Fit(int origin, int horizon, Func<Hypothesis, bool> usable)
    {
        for (var ahead = horizon; ahead >= 1; ahead--)
        {
            int[] voted = [.. Enumerable.Range(_first, Math.Max(0, origin - ahead - _first + 1)).Where(year => Voted(year, year + ahead))];
            if (voted.Length < RollingForecasts.FewestOrigins) continue;
            var (kept, years) = (new List<Hypothesis>(), voted);

            // The best held first, so that one with few years does not shut out the others.
            foreach (var rival in Rivals.Where(usable).OrderByDescending(one => voted.Count(year => Held(one, year))))
            {
                int[] both = [.. years.Where(year => Held(rival, year))];
                if (both.Length < RollingForecasts.FewestOrigins) continue;
                years = both;
                kept.Add(rival);
            }

            return Fit(origin, ahead, [.. Rivals.Where(kept.Contains)], years);
        }

        return null;
    }

    private BenchFit Fit(int origin, int ahead, ImmutableArray<Hypothesis> rivals, int[] years)
    {
        ImmutableArray<HypothesisCovariate> covariates = [.. rivals.SelectMany(one => one.Covariates).Distinct()];
        var rows = new ForecastRows(Frame, Panel, Outcome, covariates);
        var training = years.TakeLast(RollingForecasts.Window).Select(year => rows.Of(year, ahead)).ToList();
        var models = new ForecastModel[rivals.Length];
        var columns = rivals.Select(one => one.Covariates.Select(covariate => covariates.IndexOf(covariate)).ToArray()).ToArray();
        Parallel.For(0, models.Length, k => models[k] = ForecastModel.Fit(training, columns[k], ReferenceEquals(rivals[k], Hypothesis.Persistence)));
        return new BenchFit(origin, ahead, rows, training, [.. rivals.Select((one, k) => (one, columns[k], models[k]))]);
    }

    // Fits that were asked for, the oldest first to leave: each holds the rows of twenty origins.
    private const int MostFits = 8;
    private readonly Queue<((int Origin, int Horizon, int Target, int Partner, int Divider) Key, BenchFit? Fit)> _fits = [];

    /// <summary>The fit for a target's two pairs, made where it was not asked for before.</summary>
    /// <param name="key">Origin, horizon and states: all that it depends on.</param>
    /// <param name="fit">Makes it.</param>
    public BenchFit? FitOf((int Origin, int Horizon, int Target, int Partner, int Divider) key, Func<BenchFit?> fit)
    {
        lock (_fits)
        {
            foreach (var known in _fits)
            {
                if (known.Key == key) return known.Fit;
            }

            var made = fit();
            _fits.Enqueue((key, made));
            if (_fits.Count > MostFits) _fits.Dequeue();
            return made;
        }
    }

    // Enough pairs voted in both years.
    private bool Voted(int year, int later) => HeldIn("common_votes", CovariateTransform.None, year) && HeldIn("common_votes", CovariateTransform.None, later);

    private bool Held(Hypothesis one, int year) => one.Covariates.All(covariate => HeldIn(covariate.Variable, covariate.Transform, year));

    private bool HeldIn(string variable, CovariateTransform transform, int year)
    {
        if (_held.TryGetValue((variable, transform, year), out var known)) return known;
        var (covariate, column, count) = (new HypothesisCovariate(variable, transform), Panel.Cells(variable), 0);
        var (start, end) = Frame.RowsOf(year);
        for (var row = start; row < end && count < FewestPairs; row++)
        {
            if (_votes[row] >= ForecastRows.FewestVotes && !double.IsNaN(covariate.Apply(column[row]))) count++;
        }

        return _held[(variable, transform, year)] = count >= FewestPairs;
    }
}

/// <summary>Models fitted at an origin.</summary>
/// <param name="Origin">Year of origin.</param>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Rows">The rows that the models read.</param>
/// <param name="Training">Origins they were fitted to.</param>
/// <param name="Models">By rival: its columns among the covariates of the rows, and the model.</param>
internal sealed record BenchFit(int Origin, int Horizon, ForecastRows Rows, List<OriginYear> Training, ImmutableArray<(Hypothesis Hypothesis, int[] Columns, ForecastModel Model)> Models)
{
    private const int FewestResiduals = 50;
    private readonly ConcurrentDictionary<(ForecastModel Model, int First, int Second), double> _correlations = [];

    /// <summary>Correlation over the training origins of a model's errors for two states' agreements with the same third states; 0 below 50 of these.</summary>
    /// <param name="model">The model.</param>
    /// <param name="first">One state.</param>
    /// <param name="second">The other.</param>
    public double ErrorCorrelation(ForecastModel model, int first, int second) => _correlations.GetOrAdd((model, first, second), asked => Correlation(asked.Model, asked.First, asked.Second));

    private double Correlation(ForecastModel model, int first, int second)
    {
        var (n, x, y, xx, yy, xy) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var errors = new Dictionary<int, double>();
        foreach (var rows in Training)
        {
            errors.Clear();
            for (var row = 0; row < rows.Rows; row++)
            {
                if (Third(rows, row, first) is { } third && third != second && !double.IsNaN(rows.Later[row])) errors[third] = rows.Later[row] - model.Mean(rows, row);
            }

            for (var row = 0; row < rows.Rows; row++)
            {
                if (Third(rows, row, second) is not { } third || double.IsNaN(rows.Later[row]) || !errors.TryGetValue(third, out var other)) continue;
                var error = rows.Later[row] - model.Mean(rows, row);
                n++;
                x += other;
                y += error;
                xx += other * other;
                yy += error * error;
                xy += other * error;
            }
        }

        var (left, right) = (xx - (x * x / Math.Max(1, n)), yy - (y * y / Math.Max(1, n)));
        return n < FewestResiduals || !(left > 0) || !(right > 0) ? 0 : Math.Clamp((xy - (x * y / n)) / Math.Sqrt(left * right), -.99, .99);
    }

    private static int? Third(OriginYear rows, int row, int state) => rows.A[row] == state ? rows.B[row] : rows.B[row] == state ? rows.A[row] : null;
}
