using System.Collections.Immutable;
using Entente.Models.Panel;
using Entente.Numerics.Discounting;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.Numerics.Shrinkage;
using Entente.Numerics.Statistics;
using Entente.World.States;

namespace Entente.Models.Security.Hazards;

/// <summary>Draws of the probabilities of a pair by outcome.</summary>
internal sealed record HazardDraws(ImmutableArray<double[]> YearlyDraws, ImmutableArray<double[]> HorizonDraws, ImmutableArray<double> ModelRate)
{
    public HazardProbability Yearly(int outcome) => Of(YearlyDraws[outcome]);

    public HazardProbability Horizon(int outcome) => Of(HorizonDraws[outcome]);

    private static HazardProbability Of(double[] draws) => new(Summary.Mean(draws), Summary.QuantileOf(draws, .05), Summary.QuantileOf(draws, .95));
}

/// <summary>
/// One pair from the end of the data to the end of the horizon, many times: coefficients from their sampling distribution, the pair's factor from its posterior, a common level that drifts
/// as a random walk, an effect of leaders' age centred on zero, and disputes that may have begun unseen since the data end, which set back the years of peace.
/// </summary>
internal sealed class HazardSimulation
{
    private const int Outcomes = 5;

    private readonly DisputeHazard _hazard;
    private readonly State _first;
    private readonly State _second;
    private readonly int _year;
    private readonly int _years;
    private readonly Gamma[] _factors;
    private readonly bool _bothNuclear;

    public HazardSimulation(DisputeHazard hazard, State first, State second, int year, int years, HazardChanges changes)
    {
        (_hazard, _first, _second, _year, _years) = (hazard, first, second, year, years);
        Start = Math.Min(year, hazard.DataEnd + 1);
        PeaceAtStart = hazard.Peace(first, second, Start);
        Past = [.. Enumerable.Range(Start, Math.Max(0, year - Start)).Select(y => Features(y, changes))];
        _bothNuclear = MajorPowers.HasNuclearWeapons(first.Id, year) && MajorPowers.HasNuclearWeapons(second.Id, year);
        var records = HazardOutcomes.All.Select(outcome => hazard.RecordsFor(outcome, year)).ToArray();
        Records = [.. records.Select(record => record.Of(first.Id, second.Id))];
        Concentrations = [.. records.Select(record => record.Concentration)];
        if (_bothNuclear)
        {
            // The expectation of the pair is that of its class: with nuclear weapons on both sides.
            var war = Records[(int)HazardOutcome.War];
            Records = Records.SetItem((int)HazardOutcome.War, war with { WeightedExpected = war.WeightedExpected * hazard.NuclearWar.Mean });
        }

        _factors = [.. Enumerable.Range(0, Outcomes).Select(at => GammaPoisson.Posterior(Concentrations[at], Records[at].WeightedCount, Records[at].WeightedExpected))];
    }

    /// <summary>The first year that is simulated.</summary>
    public int Start { get; }

    /// <summary>Years of peace before it.</summary>
    public double PeaceAtStart { get; }

    /// <summary>The pair's record by outcome.</summary>
    public ImmutableArray<OwnRecord> Records { get; }

    /// <summary>Concentration of pairs by outcome.</summary>
    public ImmutableArray<double> Concentrations { get; }

    private ImmutableArray<double[]> Past { get; }

    /// <summary>Draws the probabilities.</summary>
    /// <param name="covariates">The covariates of the year asked, kept over the horizon.</param>
    /// <param name="draws">How many of the draws, the first; <see langword="null"/> for all.</param>
    public HazardDraws Run(double[] covariates, int? draws = null)
    {
        var n = draws ?? _hazard.Options.Draws;
        ImmutableArray<double[]> yearly = [.. Enumerable.Range(0, Outcomes).Select(_ => new double[n])], horizon = [.. Enumerable.Range(0, Outcomes).Select(_ => new double[n])];
        var features = new double[HazardDesign.Columns];
        covariates.CopyTo(features, 0);
        var modelRate = new double[Outcomes];
        var age = _hazard.AgeDecades(_first.Id, _second.Id, _year);
        var conflicts = _hazard.SeenSince(_first.Id, _second.Id, _year);
        var (beta, normals, factor) = (new double[Outcomes][], new double[HazardDesign.Columns], new double[Outcomes]);
        for (var at = 0; at < Outcomes; at++) beta[at] = new double[_hazard.Models[at].Count];
        for (var draw = 0; draw < n; draw++)
        {
            var stream = new CounterStream(_hazard.Options.Seed, (ulong)draw, 0);
            for (var at = 0; at < Outcomes; at++)
            {
                for (var i = 0; i < beta[at].Length; i++) normals[i] = stream.NextNormal();
                _hazard.Models[at].Draw(normals, beta[at]);
                factor[at] = _factors[at].Sample(ref stream);
            }

            var nuclear = _hazard.NuclearWar.Sample(ref stream);
            if (_bothNuclear) factor[(int)HazardOutcome.War] *= nuclear;
            var shift = age * _hazard.Options.AgeEffect * stream.NextNormal();
            var (level, peace) = (0.0, PeaceAtStart);
            for (var y = Start; y < _year; y++)
            {
                level += y > _hazard.DataEnd ? _hazard.Options.DriftPerYear * stream.NextNormal() : 0;
                var row = Past[y - Start];
                HazardDesign.SetPeace(row, peace);
                var began = stream.NextUniform() < Probability(0, row, beta[0], factor[0], level);
                peace = began || conflicts.Contains(y) ? 0 : peace + 1;
            }

            for (var at = 0; at < Outcomes; at++) horizon[at][draw] = 1;
            for (var ahead = 0; ahead < _years; ahead++)
            {
                level += _year + ahead > _hazard.DataEnd ? _hazard.Options.DriftPerYear * stream.NextNormal() : 0;
                HazardDesign.SetPeace(features, peace);
                for (var at = 0; at < Outcomes; at++)
                {
                    var p = Probability(at, features, beta[at], factor[at], level + shift);
                    if (ahead == 0) yearly[at][draw] = p;
                    horizon[at][draw] *= 1 - p;
                    if (ahead == 0) modelRate[at] += _hazard.Models[at].Probability(features) * (_bothNuclear && at == (int)HazardOutcome.War ? _hazard.NuclearWar.Mean : 1) / n;
                }

                peace = stream.NextUniform() < Probability(0, features, beta[0], factor[0], level + shift) ? 0 : peace + 1;
            }

            for (var at = 0; at < Outcomes; at++) horizon[at][draw] = 1 - horizon[at][draw];
        }

        return new HazardDraws(yearly, horizon, [.. modelRate]);
    }

    // The factor multiplies the yearly rate -ln(1 - p), so that no probability can pass 1.
    private double Probability(int at, ReadOnlySpan<double> features, double[] beta, double factor, double shift)
    {
        var p = Logit.Probability(_hazard.Models[at].Predictor(features, beta) + shift);
        return 1 - Math.Exp(factor * Math.Log(Math.Max(1 - p, 1e-300)));
    }

    private double[] Features(int year, HazardChanges changes)
    {
        var features = new double[HazardDesign.Columns];
        var used = _hazard.Covariates(_first, _second, year, changes);
        for (var column = 0; column < used.Length; column++) features[column] = used[column].Value;
        return features;
    }
}
