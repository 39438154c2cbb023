using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel;
using Entente.Numerics.Distributions;
using Entente.Numerics.Regression;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Security.Hazards;

/// <summary>A published coefficient beside the same one on our panel.</summary>
/// <param name="Name">The covariate, in its published form.</param>
/// <param name="Published">The published effect on the log-odds.</param>
/// <param name="PublishedError">Its published standard error, which takes dyad-years as independent.</param>
/// <param name="Ours">The effect on our panel.</param>
/// <param name="OurError">Its dyadic-robust standard error (Aronow, Samii and Assenova 2015).</param>
public readonly record struct PublishedCoefficient(string Name, double Published, double PublishedError, double Ours, double OurError)
{
    /// <summary>The size of the difference, in standard errors of a difference of independent estimates (the two share most of their data, so it is lenient).</summary>
    public double Apart => Math.Abs(Ours - Published) / Math.Sqrt((PublishedError * PublishedError) + (OurError * OurError));
}

/// <summary>
/// A published "dangerous dyads" logit (after Bremer 1992, Journal of Conflict Resolution 36:309) refitted on our panel, to see magnitudes and not signs alone. The published one is model 1 of the
/// article "Dyad-Year Example" of peacesciencer 1.2.0 (Miller 2025): 106,056 politically relevant dyad-years 1816-2010; onsets as Gibler, Miller and Little code them, joiners included.
/// </summary>
/// <remarks>
/// What is not held sets ours apart: democracy is that of V-Dem, from 1900 on, as a normal score (the published index is a latent variable with a standard normal prior; V-Dem's is bounded and
/// skewed); GDP per capita (published .000) and the share of the population under arms (published 30.2, se 2.4) are left out; capabilities, pacts and democracy are a year old.
/// </remarks>
public sealed class DangerousDyads
{
    private const int First = 1901;

    private static readonly ImmutableArray<(string Name, double Value, double Error)> Published =
    [
        ("land border", 1.057, .058),
        ("CINC, lower / higher", 1.055, .082),
        ("a major power", .113, .059),
        ("defence pact", -.132, .058),
        ("democracy of the less democratic", -.272, .032),
        ("years of peace", -.146, .005),
    ];

    private DangerousDyads(int observations, int events, ImmutableArray<PublishedCoefficient> coefficients) => (Observations, Events, Coefficients) = (observations, events, coefficients);

    /// <summary>Keys of the catalog that the refit rests on.</summary>
    public static ImmutableArray<string> Sources { get; } = ["gml-mid", "cow-contiguity", "cow-nmc", "cow-states", "atop", "alliance-supplement", "vdem"];

    /// <summary>What the refit rests on.</summary>
    public Provenance Provenance => new(
        Sources, "a published logit of dangerous dyads, refitted", Coverage.Of(string.Create(CultureInfo.InvariantCulture, $"{Observations:N0} dyad-years since {First} with all covariates, {Events:N0} with an onset")));

    /// <summary>Dyad-years of the published estimate.</summary>
    public static int PublishedObservations => 106_056;

    /// <summary>Dyad-years of ours, 1901-2010.</summary>
    public int Observations { get; }

    /// <summary>Of these, with an onset.</summary>
    public int Events { get; }

    /// <summary>The coefficients that were published with more than a digit; the square and cube of the years of peace are estimated too.</summary>
    public ImmutableArray<PublishedCoefficient> Coefficients { get; }

    /// <summary>Refits it.</summary>
    /// <param name="world">The edition.</param>
    /// <exception cref="EstimationException">There is nothing to estimate from.</exception>
    public static DangerousDyads Estimate(WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var panel = DyadPanelBuilder.Build(world, new DyadPanelOptions
        {
            From = First,
            Covariates = [DyadCovariate.LandBorder, DyadCovariate.LogCapabilityRatio, DyadCovariate.OneMajor, DyadCovariate.BothMajor, DyadCovariate.DefencePact, DyadCovariate.JointDemocracy],
        });
        var democracies = Democracies(world, panel.Options.To);
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, panel.Rows).Select(value)];
        double[] Read(DyadCovariate covariate, Func<double, double> transform) => [.. panel.Covariate(covariate).ToArray().Select(transform)];
        double[] Peace(int power) => Column(row => Math.Pow(panel.PeaceYears.Span[row], power));
        double[][] columns =
        [
            Read(DyadCovariate.LandBorder, value => value),
            Read(DyadCovariate.LogCapabilityRatio, value => Math.Exp(-value)),
            Column(row => panel.Covariate(DyadCovariate.OneMajor).Span[row] + panel.Covariate(DyadCovariate.BothMajor).Span[row]),
            Read(DyadCovariate.DefencePact, value => value),
            Read(DyadCovariate.JointDemocracy, value => NormalScore(democracies, value)),
            Peace(1), Peace(2), Peace(3),
        ];
        var onsets = Column(row => panel.Onsets[row].Onsets > 0 ? 1 : 0);
        string[] names = [.. Published.Select(one => one.Name), "years of peace²", "years of peace³"];
        var estimate = RegressionModel.Estimate(
            new RegressionData("onset of a dispute", onsets, [.. names.Zip(columns, (name, column) => new Regressor(name, column))], []), RegressionFamily.Logit,
            new RegressionOptions { Covariances = [CovarianceKind.Dyadic(panel.A.ToArray(), panel.B.ToArray())], KeepFitted = false });
        return new DangerousDyads(
            estimate.Sample.Observations,
            Enumerable.Range(0, panel.Rows).Count(row => estimate.Sample.Used.Span[row] && onsets[row] == 1),
            [.. Published.Select(one => new PublishedCoefficient(one.Name, one.Value, one.Error, estimate.Coefficient(one.Name), estimate.Covariances[0].StandardErrors[estimate.Names.IndexOf(one.Name)]))]);
    }

    // All state-years of the panel's span in which the index is held, ascending.
    private static double[] Democracies(WorldEdition world, int last) =>
    [
        .. world.States.All
            .SelectMany(state => Enumerable.Range(First - 1, last - First + 1).Where(state.ExistsIn).Select(year => world.Indicator("liberal_democracy", state.Id, year)))
            .OfType<double>().Order(),
    ];

    private static double NormalScore(double[] sorted, double value)
    {
        if (double.IsNaN(value)) return value;
        var at = Array.BinarySearch(sorted, value);
        return new Normal(0, 1).Quantile(((at < 0 ? ~at : at) + .5) / (sorted.Length + 1));
    }
}
