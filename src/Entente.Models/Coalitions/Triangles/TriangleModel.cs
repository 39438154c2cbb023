using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel.Tables;
using Entente.Models.Strategy;
using Entente.Numerics.Random;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Coalitions.Triangles;

/// <summary>
/// The strategic triangle of three states by year (Dittmer 1981), by two kinds of evidence that often disagree and are shown side by side: votes against a measured threshold, and ties
/// (alliances, rivalries, disputes) under several codings.
/// </summary>
public static class TriangleModel
{
    private const int Draws = 1000;
    private const int LastTies = 2014;
    private const int LastRivalry = 2010;
    private const uint StreamNumber = 0x7A1F;
    private static readonly int[] Windows = [5, 10];
    private static readonly string[] Codings = ["gml", "cow"];

    // Measured from all pairs, whichever three are asked about.
    private static readonly EditionMemo<(int First, int Last, int Year, ulong Seed), TriangleThreshold?> Thresholds = new(256);

    /// <summary>Reads a triangle.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="states">Ids of three different states.</param>
    /// <param name="from">First year, from 1946 on.</param>
    /// <param name="to">Last year.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">They are not three, or the years are wrong.</exception>
    /// <exception cref="NoAnswerException">No year has evidence on all three edges.</exception>
    public static StrategicTriangle Read(WorldEdition world, ImmutableArray<int> states, int from, int to, ulong seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (states.Length != 3 || states.Distinct().Count() != 3) throw new InvalidInputException("A triangle has three different states.");
        if (from < 1946 || to < from) throw new InvalidInputException($"A triangle from {from} to {to} cannot be read; choose years from 1946 on, the first not after the last.");
        var (first, last) = (Math.Max(1946, Math.Min(from, LastRivalry) - 2), Math.Max(to, LastRivalry));
        var (frame, panel) = KeptPanel.Read(world, first, last, ["common_votes", "vote_agreement", "defence_pact", "alliance", "rivalry", "recent_disputes"], cancellation);
        TriangleThreshold? Threshold(int year) => Thresholds.Get(world, (first, last, year, seed), _ => TriangleThreshold.Measure(frame, panel, year, Draws, seed));
        var disputes = Codings.ToDictionary(coding => coding, coding => world.DisputeYears(coding).Where(one => one.Originated > 0).Select(one => (one.A, one.B, one.Year)).ToHashSet(), StringComparer.Ordinal);
        var years = ImmutableArray.CreateBuilder<TriangleYear>();
        TriangleThreshold? threshold = null;
        for (var before = from - 1; threshold is null && before >= LastRivalry; before--) threshold = Threshold(before);
        for (var year = from; year <= to; year++)
        {
            cancellation.ThrowIfCancellationRequested();

            // Rivalries end in 2010 and disputes in 2014: later years are held against the last threshold that could be measured.
            threshold = Threshold(year) ?? threshold;
            years.Add(Year(world, frame, panel, disputes, states, year, threshold, seed));
        }

        if (years.All(year => year.ByVotes is null && year.ByTies is null)) throw new NoAnswerException($"In no year from {from} to {to} are there votes or ties of all three pairs.");
        ImmutableArray<TriangleYear> all = years.ToImmutable();
        ImmutableArray<string> holes = [$"ties end in {LastTies} (rivalries in {LastRivalry})", .. all.Where(year => year.ByVotes is null).Select(year => year.Year.ToString(CultureInfo.InvariantCulture) + " has no ten common votes of all three") is var missing && missing.Count() > 8 ? [$"{missing.Count()} years have no ten common votes of all three pairs"] : missing];
        return new StrategicTriangle(states, all, Spells(all, year => year.ByVotes), Spells(all, year => year.ByTies), new Provenance(
            ["unga-votes", "atop", "alliance-supplement", "td-rivalries", "gml-mid", "cow-mid"], $"strategic triangle of {string.Join(", ", states.Select(id => world.States[id].Name))}, {from} to {to}",
            new Coverage($"{all.Count(year => year.ByVotes is not null)} years by votes, {all.Count(year => year.ByTies is not null)} by ties", null, null, holes)));
    }

    private static TriangleYear Year(
        WorldEdition world, DyadYearFrame frame, PanelTable panel, Dictionary<string, HashSet<(int, int, int)>> disputes, ImmutableArray<int> states, int year, TriangleThreshold? threshold, ulong seed)
    {
        var edges = ImmutableArray.CreateBuilder<TriangleEdge>();
        foreach (var (a, b) in new[] { (states[0], states[1]), (states[0], states[2]), (states[1], states[2]) })
        {
            var row = frame.Row(a, b, year);
            var (agreement, byVotes) = row >= 0 && panel.Cells("common_votes")[row] >= 10 && threshold is not null
                ? Votes(world.Votes, a, b, year, threshold, seed)
                : (double.NaN, double.NaN);
            edges.Add(new TriangleEdge(a, b, agreement, byVotes, row >= 0 ? Ties(panel, disputes, row, a, b, year) : double.NaN));
        }

        var interval = threshold?.Interval() ?? (double.NaN, double.NaN);
        return new TriangleYear(
            year, edges.ToImmutable(), threshold?.Value ?? double.NaN, new Interval(interval.Item1, interval.Item2, .9),
            Reading(states, [.. edges.Select(edge => edge.ByVotes)]), Reading(states, [.. edges.Select(edge => edge.ByTies)]));
    }

    // Draws of the agreement (normal, by the variance of single votes) against draws of the threshold.
    private static (double Agreement, double Probability) Votes(RollCallVotes votes, int a, int b, int year, TriangleThreshold threshold, ulong seed)
    {
        var (start, end) = votes.InYear(year);
        var left = votes.Of(a);
        var right = votes.Of(b);
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var i = start; i < end; i++)
        {
            if (left[i] == RollCallVotes.Absent || right[i] == RollCallVotes.Absent) continue;
            var agree = 1 - (Math.Abs(left[i] - right[i]) / 2.0);
            sum += agree;
            squares += agree * agree;
            count++;
        }

        var mean = sum / count;
        var error = Math.Sqrt(Math.Max(1e-6, (squares / count) - (mean * mean)) / count);
        var above = 0;
        for (var d = 0; d < Draws; d++)
        {
            var stream = new CounterStream(seed, (ulong)d, StreamNumber + (uint)((a * 1000) + b) + ((uint)year << 20));
            if (mean + (error * stream.NextNormal()) > threshold.Draws[d]) above++;
        }

        return (mean, (double)above / Draws);
    }

    /// <summary>
    /// Share of four codings (two lists of disputes, windows of five and ten years) by which a pair is on good terms: not in a strategic rivalry, and allied or without a dispute of its own in
    /// the window.
    /// </summary>
    private static double Ties(PanelTable panel, Dictionary<string, HashSet<(int, int, int)>> disputes, int row, int a, int b, int year)
    {
        if (year > LastTies) return double.NaN;
        var (rival, allied) = (panel.Cells("rivalry")[row], panel.Cells("alliance")[row]);
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        var (good, codings) = (0, 0);
        foreach (var coding in Codings)
        {
            if (coding == "gml" && year > 2010) continue;
            foreach (var window in Windows)
            {
                codings++;
                var quarrel = Enumerable.Range(0, window).Any(back => disputes[coding].Contains((low, high, year - back)));
                var now = disputes[coding].Contains((low, high, year));
                if (rival != 1 && !now && (allied == 1 || !quarrel)) good++;
            }
        }

        return (double)good / codings;
    }

    /// <summary>Probabilities of the configurations from three independent edges; null where one is not known.</summary>
    internal static TriangleReading? Reading(ImmutableArray<int> states, double[] positive)
    {
        if (positive.Any(double.IsNaN)) return null;
        var all = new double[4];
        var pivots = new double[4, 3];
        for (var signs = 0; signs < 8; signs++)
        {
            var (probability, plus) = (1.0, 0);
            for (var e = 0; e < 3; e++)
            {
                var up = (signs & (1 << e)) != 0;
                probability *= up ? positive[e] : 1 - positive[e];
                if (up) plus++;
            }

            var type = (int)(plus switch { 3 => TriangleType.MenageATrois, 2 => TriangleType.RomanticTriangle, 1 => TriangleType.StableMarriage, _ => TriangleType.UnitVeto });
            all[type] += probability;

            // Edges join 0-1, 0-2 and 1-2: the vertex away from the odd edge is the pivot (of two +) or the pariah (of one +).
            if (plus is 1 or 2)
            {
                var odd = Enumerable.Range(0, 3).Single(e => ((signs & (1 << e)) != 0) == (plus == 1));
                pivots[type, 2 - odd] += probability;
            }
        }

        var best = Array.IndexOf(all, all.Max());
        var pivot = (TriangleType)best is TriangleType.RomanticTriangle or TriangleType.StableMarriage ? states[Enumerable.Range(0, 3).MaxBy(v => pivots[best, v])] : 0;
        return new TriangleReading((TriangleType)best, all[best], pivot, [.. all]);
    }

    private static ImmutableArray<TriangleSpell> Spells(ImmutableArray<TriangleYear> years, Func<TriangleYear, TriangleReading?> by)
    {
        var spells = ImmutableArray.CreateBuilder<TriangleSpell>();
        foreach (var year in years)
        {
            if (by(year) is not { } reading) continue;
            if (spells.Count > 0 && spells[^1] is var last && last.To == year.Year - 1 && last.Type == reading.Type && last.Pivot == reading.Pivot)
            {
                spells[^1] = last with { To = year.Year, LeastProbability = Math.Min(last.LeastProbability, reading.Probability) };
            }
            else
            {
                spells.Add(new TriangleSpell(year.Year, year.Year, reading.Type, reading.Pivot, reading.Probability));
            }
        }

        return spells.ToImmutable();
    }
}
