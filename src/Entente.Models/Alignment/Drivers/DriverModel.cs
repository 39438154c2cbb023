using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel.Tables;
using Entente.Models.Strategy;
using Entente.Numerics.Regression;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Drivers;

/// <summary>
/// What goes with the level and the change of alignment between two states: linear regressions of a dyad-year panel with fixed effects, dyadic-robust errors, and the explained variation shared
/// out among politics, economics and security.
/// </summary>
/// <remarks>
/// Covariates are those of the year before. Effects of state and year, one for both sides, absorb whatever moves a state's votes with everybody; effects of the pair absorb whatever does not
/// change between the two: history, culture, distance. What is left is correlation over time within pairs, not a proof of cause.
/// </remarks>
public static class DriverModel
{
    /// <summary>Estimates all regressions and lags.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="options">Outcome, covariates, years; null for the defaults.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">A variable is unknown, or the years are wrong.</exception>
    /// <exception cref="NoAnswerException">No dyad-year has all that is needed.</exception>
    public static DriverStudy Study(WorldEdition world, DriverOptions? options = null, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var asked = options ?? new DriverOptions();
        var names = asked.Variables is { } named ? string.Join('\n', named) : null;
        return Known.Get(world, (names, asked with { Variables = null }), _ => Run(world, asked, progress, cancellation));
    }

    // Regressions of half a million dyad-years with resamples take many seconds.
    private static readonly EditionMemo<(string? Variables, DriverOptions Options), DriverStudy> Known = new(4);

    private static DriverStudy Run(WorldEdition world, DriverOptions options, Action<string>? progress, CancellationToken cancellation)
    {
        var covariates = options.Covariates();
        var (frame, panel) = Panel(world, options, covariates, cancellation);
        var to = options.To ?? LastYear(frame, panel, options, covariates);
        Check(options, to);
        progress?.Invoke("regressions of the level");
        var level = Level(frame, panel, options, covariates, to);
        level.CheckNotEmpty(options.From, to, covariates, frame, panel);
        FixedEffect year = new("year", level.Year), pair = new("pair", level.Pair()), first = new("state-year of the first", level.StateYear(level.First)), second = new("state-year of the second", level.StateYear(level.Second));
        var regressions = ImmutableArray.CreateBuilder<DriverRegression>();
        regressions.Add(DriverRegressions.Run("level-pooled", "level, across all pairs", "only what is common to all pairs in a year", level, covariates, [year], options, cancellation));
        regressions.Add(DriverRegressions.Run("level-dyad", "level, within pairs over time", "all that does not change between two states, and what is common to a year", level, covariates, [pair, year], options, cancellation));
        progress?.Invoke("with effects of state and year on both sides");
        regressions.Add(DriverRegressions.Run("level-full", "level, within pairs, net of each state's own course", "also all that moves a state's votes with everybody in a year: regime, leaders, income, power", level, covariates, [pair, first, second], options, cancellation));
        progress?.Invoke($"change over {options.Span} years");
        var change = Change(frame, panel, options, covariates, to);
        if (change.DyadYears >= 200)
        {
            regressions.Add(DriverRegressions.Run(
                "change", $"change over {options.Span} years, net of each state's own course", "all that does not change between two states, and each state's own change", change, covariates,
                [new("state-year of the first", change.StateYear(change.First)), new("state-year of the second", change.StateYear(change.Second))], options, cancellation));
        }

        progress?.Invoke("lags both ways");
        var lags = LagStudy.Estimate(world, frame, panel, options, to, cancellation);
        var study = new DriverStudy(options, options.From, to, regressions.ToImmutable(), lags, [], Source(options, covariates, to, level));
        return study with { Reading = DriverReading.Of(study) };
    }

    /// <summary>The level regression with all effects kept, for the story of a dyad.</summary>
    internal static (LevelFit Fit, DyadYearFrame Frame, PanelTable Panel, int To) Fit(WorldEdition world, DriverOptions options, CancellationToken cancellation)
    {
        var names = options.Variables is { } named ? string.Join('\n', named) : null;
        return Fits.Get(world, (names, options with { Variables = null }), _ => Estimate(world, options, cancellation));
    }

    // The regression of all pairs, of which each pair's change takes its part; one, because it holds its whole sample.
    private static readonly EditionMemo<(string? Variables, DriverOptions Options), (LevelFit Fit, DyadYearFrame Frame, PanelTable Panel, int To)> Fits = new(1);

    private static (LevelFit Fit, DyadYearFrame Frame, PanelTable Panel, int To) Estimate(WorldEdition world, DriverOptions options, CancellationToken cancellation)
    {
        var covariates = options.Covariates();
        var (frame, panel) = Panel(world, options, covariates, cancellation);
        var to = options.To ?? LastYear(frame, panel, options, covariates);
        Check(options, to);
        var level = Level(frame, panel, options, covariates, to);
        level.CheckNotEmpty(options.From, to, covariates, frame, panel);
        var estimate = DriverRegressions.Estimate(level, covariates, [new("pair", level.Pair()), new("first", level.StateYear(level.First)), new("second", level.StateYear(level.Second))], cancellation, keepEffects: true);
        return (new LevelFit(level, estimate, covariates), frame, panel, to);
    }

    private static void Check(DriverOptions options, int to)
    {
        if (to < options.From) throw new InvalidInputException($"The first year {options.From} is after the last year {to}, for which all covariates are held a year before; choose other years or covariates.");
        if (options.Span is < 1 or > 30) throw new InvalidInputException($"A change over {options.Span} years cannot be taken; choose 1 to 30.");
    }

    private static (DyadYearFrame Frame, PanelTable Panel) Panel(WorldEdition world, DriverOptions options, ImmutableArray<DriverCovariate> covariates, CancellationToken cancellation)
    {
        string[] names = [.. new[] { "common_votes", options.Outcome, "trade_dependence_a", "trade_dependence_b", "exports_a_b", "exports_b_a" }.Concat(covariates.Select(one => one.Name)).Distinct(StringComparer.Ordinal)];
        return KeptPanel.Read(world, Math.Max(1946, options.From - options.Span - 1), options.To ?? world.Votes.RollCalls[^1].Date.Year, names, cancellation);
    }

    private static int LastYear(DyadYearFrame frame, PanelTable panel, DriverOptions options, ImmutableArray<DriverCovariate> covariates)
    {
        for (var year = frame.LastYear; year > options.From; year--)
        {
            var (start, end) = frame.RowsOf(year - 1);
            if (covariates.All(covariate => HeldWidely(panel.Column(covariate.Name)[start..end]))) return year;
        }

        return options.From;
    }

    // Pacts known after ATOP ends are a few treaties: a covariate counts as held in a year where half of its cells are.
    private static bool HeldWidely(ReadOnlySpan<float> cells)
    {
        var held = 0;
        foreach (var cell in cells) held += float.IsNaN(cell) ? 0 : 1;
        return held > cells.Length / 2;
    }

    private static Func<int, double> Outcome(PanelTable panel, DriverOptions options)
    {
        var (outcome, votes) = (panel.Cells(options.Outcome), panel.Cells("common_votes"));
        return row => votes[row] >= options.FewestVotes ? outcome[row] : double.NaN;
    }

    private static DriverSample Level(DyadYearFrame frame, PanelTable panel, DriverOptions options, ImmutableArray<DriverCovariate> covariates, int to) =>
        DriverSample.Take(frame, Math.Max(options.From, frame.FirstYear + 1), to, Outcome(panel, options), [.. covariates.Select(covariate => Lagged(frame, panel.Cells(covariate.Name), 1))]);

    private static DriverSample Change(DyadYearFrame frame, PanelTable panel, DriverOptions options, ImmutableArray<DriverCovariate> covariates, int to)
    {
        var (now, span) = (Outcome(panel, options), options.Span);
        double Before(int row) => frame.Row(frame.A[row], frame.B[row], frame.Year[row] - span) is >= 0 and var earlier ? now(earlier) : double.NaN;
        Func<int, double> Difference(float[] column)
        {
            var (late, early) = (Lagged(frame, column, 1), Lagged(frame, column, 1 + span));
            return row => late(row) - early(row);
        }

        return DriverSample.Take(
            frame, Math.Max(options.From + span, frame.FirstYear + span + 1), Math.Max(to, options.From + span), row => now(row) - Before(row), [.. covariates.Select(covariate => Difference(panel.Cells(covariate.Name)))]);
    }

    /// <summary>A column some years before the row.</summary>
    internal static Func<int, double> Lagged(DyadYearFrame frame, float[] column, int years) =>
        row => frame.Row(frame.A[row], frame.B[row], frame.Year[row] - years) is >= 0 and var earlier ? column[earlier] : double.NaN;

    private static Provenance Source(DriverOptions options, ImmutableArray<DriverCovariate> covariates, int to, DriverSample level)
    {
        var variables = DyadYearPanel.Variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        ImmutableArray<string> sources = [.. covariates.Select(one => one.Name).Append(options.Outcome).SelectMany(name => variables[name].Sources).Distinct(StringComparer.Ordinal)];
        var missing = level.Candidates - level.DyadYears;
        return new Provenance(
            sources, string.Create(CultureInfo.InvariantCulture, $"{options.Outcome} of all pairs, {options.From} to {to}, on covariates of the year before"),
            new Coverage(string.Create(CultureInfo.InvariantCulture, $"{level.DyadYears:N0} dyad-years; {missing:N0} of {level.Candidates:N0} with an outcome lack a covariate and are left out"), level.DyadYears, missing, []));
    }
}
