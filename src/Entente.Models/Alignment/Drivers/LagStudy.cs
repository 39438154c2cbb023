using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.Numerics.Regression;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Drivers;

/// <summary>
/// Does trade follow votes, or votes trade? Each on the other a year before and on its own past, with effects of pair and of state and year; and exports in values on the agreement of the year
/// before by three-way PPML, which takes zeros.
/// </summary>
/// <remarks>A lagged outcome beside effects of the pair is biased by about −(1 + coefficient) / years (Nickell 1981, Econometrica 49:1417); with four or five decades this is small.</remarks>
internal static class LagStudy
{
    private const double Level = .9;
    private const int FirstTrade = 2000;

    public static ImmutableArray<LagEffect> Estimate(WorldEdition world, DyadYearFrame frame, PanelTable panel, DriverOptions options, int to, CancellationToken cancellation)
    {
        var (outcome, votes) = (panel.Cells(options.Outcome), panel.Cells("common_votes"));
        var (a, b) = (panel.Cells("trade_dependence_a"), panel.Cells("trade_dependence_b"));
        double Alignment(int row) => votes[row] >= options.FewestVotes ? outcome[row] : double.NaN;
        double Dependence(int row) => ((double)a[row] + b[row]) / 2;
        var effects = ImmutableArray.CreateBuilder<LagEffect>();
        Add("alignment", "mutual trade dependence", Alignment, Dependence);
        Add("mutual trade dependence", "alignment", Dependence, Alignment);
        if (Trade(frame, panel, options, cancellation) is { } trade) effects.Add(trade);
        return effects.ToImmutable();

        void Add(string name, string cause, Func<int, double> explained, Func<int, double> causing)
        {
            double Before(Func<int, double> value, int row) => frame.Row(frame.A[row], frame.B[row], frame.Year[row] - 1) is >= 0 and var earlier ? value(earlier) : double.NaN;
            var sample = DriverSample.Take(frame, Math.Max(options.From, frame.FirstYear + 1), to, explained, [row => Before(causing, row), row => Before(explained, row)]);
            if (sample.DyadYears < 200) return;
            ImmutableArray<DriverCovariate> covariates = [new(cause, PanelBlock.Key), new("own past", PanelBlock.Key)];
            var estimate = DriverRegressions.Estimate(sample, covariates, [new("pair", sample.Pair()), new("first", sample.StateYear(sample.First)), new("second", sample.StateYear(sample.Second))], cancellation);
            var scale = Math.Sqrt(Summary.Variance(sample.Covariates[0]) / Summary.Variance(sample.Outcome));
            var (low, high) = estimate.Interval(0, Level);
            effects.Add(new LagEffect(
                name, cause, "linear, own past, effects of pair and of state and year", estimate.Coefficients[0] * scale, new Interval(low * scale, high * scale, Level), estimate.Coefficients[1], sample.DyadYears, (sample.Year.Min(), sample.Year.Max())));
        }
    }

    private static LagEffect? Trade(DyadYearFrame frame, PanelTable panel, DriverOptions options, CancellationToken cancellation)
    {
        var (outcome, votes) = (panel.Cells(options.Outcome), panel.Cells("common_votes"));
        var (there, back) = (panel.Cells("exports_a_b"), panel.Cells("exports_b_a"));
        var (exporter, importer, year, value, agreement) = (new List<int>(), new List<int>(), new List<int>(), new List<double>(), new List<double>());
        for (var row = frame.RowsOf(Math.Max(FirstTrade + 1, frame.FirstYear + 1)).Start; row < frame.Rows; row++)
        {
            if (float.IsNaN(there[row]) || float.IsNaN(back[row])) continue;
            if (frame.Row(frame.A[row], frame.B[row], frame.Year[row] - 1) is not (>= 0 and var before) || !(votes[before] >= options.FewestVotes)) continue;
            for (var turn = 0; turn < 2; turn++)
            {
                var (from, to) = turn == 0 ? (frame.A[row], frame.B[row]) : (frame.B[row], frame.A[row]);
                exporter.Add(from);
                importer.Add(to);
                year.Add(frame.Year[row]);
                value.Add(turn == 0 ? there[row] : back[row]);
                agreement.Add(outcome[before]);
            }
        }

        if (value.Count < 1000) return null;
        try
        {
            int[] from = [.. exporter], to = [.. importer], when = [.. year];
            var estimate = RegressionModel.Estimate(
                new RegressionData("exports", value.ToArray(), [new("agreement", agreement.ToArray())], [new("exporter-year", EffectLevels.Cross(from, when)), new("importer-year", EffectLevels.Cross(to, when)), new("pair", EffectLevels.Cross(from, to))]),
                RegressionFamily.Poisson, new RegressionOptions { Covariances = [CovarianceKind.Dyadic(from, to)], KeepFitted = false, CancellationToken = cancellation });
            var scale = Math.Sqrt(Summary.Variance([.. agreement]));
            var (low, high) = estimate.Interval(0, Level);
            return new LagEffect(
                "exports", "alignment", "three-way PPML of directed exports, 2001 on; the effect is in log points", estimate.Coefficients[0] * scale, new Interval(low * scale, high * scale, Level), double.NaN, estimate.Sample.Observations, (year.Min(), year.Max()));
        }
        catch (EstimationException)
        {
            return null;
        }
    }
}
