using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel.Tables;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Drivers;

/// <summary>A part of the change between two states.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Block">The block, or null for a state's own course and the rest.</param>
/// <param name="Part">Its part of the change; all parts add up to the change.</param>
/// <param name="Before">The covariate at the start; NaN where the part is no covariate.</param>
/// <param name="After">The covariate at the end.</param>
public sealed record StoryPart(string Name, PanelBlock? Block, double Part, double Before, double After);

/// <summary>How the alignment of two states changed between two years, in parts that add up.</summary>
/// <param name="A">Id of one state.</param>
/// <param name="B">Id of the other.</param>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
/// <param name="Before">Alignment in the first year.</param>
/// <param name="After">Alignment in the last.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Outcome">The measure.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record DyadStory(int A, int B, int From, int To, double Before, double After, ImmutableArray<StoryPart> Parts, string Outcome, Provenance Provenance);

/// <summary>
/// The drivers for one pair: the level regression with effects of pair and of state and year takes the change between two years apart exactly: what each state did towards everybody (the changes
/// of its effects), what the covariates of the pair would lead one to expect (coefficient × change), and what is left, which no covariate accounts for.
/// </summary>
public static class DyadStories
{
    /// <summary>Takes a pair's change apart.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="a">Id of one state.</param>
    /// <param name="b">Id of the other.</param>
    /// <param name="options">Outcome, covariates, years; null for the defaults.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoAnswerException">The pair has fewer than two complete years.</exception>
    public static DyadStory Tell(WorldEdition world, int a, int b, DriverOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new DriverOptions();
        var (fit, _, _, to) = DriverModel.Fit(world, options, cancellation);
        var sample = fit.Sample;
        int[] rows = [.. Enumerable.Range(0, sample.Rows).Where(row => sample.First[row] == a && sample.Second[row] == b).OrderBy(row => sample.Year[row])];
        if (rows.Length < 2)
        {
            throw new NoAnswerException(string.Create(
                CultureInfo.InvariantCulture,
                $"{world.States[a].Name} and {world.States[b].Name} have {rows.Length} years of {options.From} to {to} with votes and all covariates a year before; two are needed. Leave covariates out with --vars, or choose other years."));
        }

        var (start, end) = (rows[0], rows[^1]);
        var parts = ImmutableArray.CreateBuilder<StoryPart>();
        var estimate = fit.Estimate;
        parts.Add(Course(a, "towards everybody: "));
        parts.Add(Course(b, "towards everybody: "));
        var rest = sample.Outcome[end] - sample.Outcome[start] - parts[0].Part - parts[1].Part;
        for (var k = 0; k < fit.Covariates.Length; k++)
        {
            var covariate = fit.Covariates[k];
            var slope = estimate.Coefficient(covariate.Name);
            var (before, after) = (sample.Covariates[k][start], sample.Covariates[k][end]);
            var part = double.IsNaN(slope) ? 0 : slope * (after - before);
            parts.Add(new StoryPart(DriverReading.Words(covariate.Name), covariate.Block, part, before, after));
            rest -= part;
        }

        parts.Add(new StoryPart("what no covariate accounts for", null, rest, double.NaN, double.NaN));
        ImmutableArray<string> sources = [.. DyadYearPanel.Variables.Where(variable => variable.Name == options.Outcome || fit.Covariates.Any(one => one.Name == variable.Name)).SelectMany(variable => variable.Sources).Distinct(StringComparer.Ordinal)];
        return new DyadStory(
            a, b, sample.Year[start], sample.Year[end], sample.Outcome[start], sample.Outcome[end], parts.ToImmutable(), options.Outcome,
            new Provenance(sources, string.Create(CultureInfo.InvariantCulture, $"{options.Outcome} of the pair, {sample.Year[start]} to {sample.Year[end]}, by the regression of all pairs"), Coverage.Of(string.Create(CultureInfo.InvariantCulture, $"coefficients from {sample.DyadYears:N0} dyad-years"))));

        // Rows stand in both orders, so that the two sides differ by a constant of the year at most: their mean is the state's own course.
        StoryPart Course(int state, string words)
        {
            var change = 0.0;
            foreach (var name in new[] { "first", "second" })
            {
                var effect = estimate.Effects.Single(one => one.Name == name).Coefficients.Span;
                change += (effect[DriverSample.StateYear(state, sample.Year[end])] - effect[DriverSample.StateYear(state, sample.Year[start])]) / 2;
            }

            return new StoryPart(words + world.States[state].Name, null, change, double.NaN, double.NaN);
        }
    }
}
