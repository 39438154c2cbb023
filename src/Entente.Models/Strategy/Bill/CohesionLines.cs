using System.Globalization;
using Entente.Models.Strategy.Links;
using Entente.Numerics.Random;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Bill;

/// <summary>How far the divider's camp holds together: who relies, which camps the landscape has, how far votes lie apart.</summary>
internal static class CohesionLines
{
    private const int PointDraws = 2000;
    private const uint PointStream = 9_101;
    private const double Ninety = 1.6448536269514722;

    public static IEnumerable<BillLine> Of(BillMaterial material, int threads, List<string> notes)
    {
        if (material.Allies.IsEmpty) return [];
        return [.. Relying(material, notes), .. Landscape(material, threads, notes), .. Points(material, notes)];
    }

    /// <summary>Share of the allies' capabilities that is with those who rely: each ally counts by CINC × its chance of relying.</summary>
    private static IEnumerable<BillLine> Relying(BillMaterial material, List<string> notes)
    {
        var (ensemble, allies) = (material.Ensemble, material.Inputs.Allies);
        var weights = allies.Select(ally => Coalitions.Landscapes.LandscapeData.Cinc(material.World, ally.StateId, material.Strategy.Start)?.Value ?? double.NaN).ToArray();
        var (before, after) = (new float[ensemble.Count], new float[ensemble.Count]);
        var left = Enumerable.Range(0, allies.Length).Where(a => !(weights[a] > 0) || float.IsNaN(ensemble.Before[a * Draws.Ensemble.Responses][0])).ToHashSet();
        if (left.Count == allies.Length) return [];
        if (left.Count > 0) notes.Add($"Left out of the share that relies: {string.Join(", ", left.Select(a => allies[a].Name))} (capabilities or responses cannot be measured).");
        var all = Enumerable.Range(0, allies.Length).Where(a => !left.Contains(a)).Sum(a => weights[a]);
        for (var i = 0; i < before.Length; i++)
        {
            var (b, w) = (0.0, 0.0);
            for (var a = 0; a < allies.Length; a++)
            {
                if (left.Contains(a)) continue;
                b += weights[a] * ensemble.Before[a * Draws.Ensemble.Responses][i];
                w += weights[a] * ensemble.After[a * Draws.Ensemble.Responses][i];
            }

            (before[i], after[i]) = ((float)(b / all), (float)(w / all));
        }

        return
        [
            new BillLine(BillSection.Cohesion, $"Allies of {material.Divider}", "share of their capabilities with those who rely on the divider", Unit.Share, Basis.Judgement)
            {
                Before = Spreads.Of(before), After = Spreads.Of(after), Amount = Spreads.OfChange(before, after), Sources = [.. Security.Hedging.AllyChannel.Sources.Append("cow-nmc").Distinct(StringComparer.Ordinal)],
            },
        ];
    }

    private static IEnumerable<BillLine> Landscape(BillMaterial material, int threads, List<string> notes)
    {
        if (material.Inputs.Links?.Camps is not { } camps) return [];
        notes.Add("Camps: two camps, one move at a time, propensities of today (an Ising-like model). Coding, centre, weights and year decide such answers more than moves do; 'entente landscape' varies them.");
        notes.Add(CampRivals.Sentence(material, camps));
        var (pull, group) = (material.Ensemble.Links.Pull, $"Allies of {material.Divider}");
        var names = camps.Allies.Select(a => material.Inputs.Allies[a].Name).ToArray();
        var today = Enumerable.Range(0, names.Length).Where(k => camps.TodayPull[k + 1] >= 0).ToArray();
        if (today.Length < names.Length) notes.Add($"By today's propensities these allies stand in the other camp before any move: {string.Join(", ", Enumerable.Range(0, names.Length).Except(today).Select(k => names[k]))}.");
        var (any, lost) = (new double[material.Ensemble.Count], new double[material.Ensemble.Count]);
        var all = today.Sum(k => camps.Sizes[k + 1]);
        for (var i = 0; i < any.Length; i++)
        {
            foreach (var k in today)
            {
                if (float.IsNaN(pull[k + 1][i])) (any[i], lost[i]) = (double.NaN, double.NaN);
                if (!(pull[k + 1][i] < 0)) continue;
                any[i] = 1;
                lost[i] += camps.Sizes[k + 1] / all;
            }
        }

        BillLine Line(string who, string item, Unit unit) => new(BillSection.Cohesion, who, item, unit, Basis.Judgement) { Sources = CampReader.Sources };
        var lines = new List<BillLine>();
        if (today.Length > 0)
        {
            lines.Add(Line(group, "chance that the divider's camp loses a member", Unit.Probability) with { After = Share(any), Note = "share of draws; the interval is that of the finite number of draws" });
            lines.Add(Line(group, "share of the camp's allies, by capability, that leaves it", Unit.Share) with { Amount = Spreads.Of(lost) });
        }

        var change = Spreads.Of(material.Ensemble.Links.EnergyChange[0]);
        lines.Add(Line("All states of the landscape", "energy, CINC² × standard deviations", Unit.Number) with
        {
            Before = Spreads.Point(camps.Energy),
            After = Plus(change, camps.Energy),
            Amount = change,
            Note = "over ordered pairs; lower is less frustrated; only comparable within this landscape",
        });
        lines.Add(Pulled(camps.Count - 2, material.Name(material.Strategy.Target), "the target"));
        var pulled = new BillLine[names.Length];
        Parallel.For(0, names.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => pulled[k] = Pulled(k + 1, names[k], ""));
        lines.AddRange(pulled.OrderBy(line => line.After!.Value.Mean).ThenBy(line => line.Who, StringComparer.Ordinal));
        return lines;

        BillLine Pulled(int actor, string who, string note)
        {
            // In the precision of the draws, so that what is left alone has a change of nought.
            var (today, after) = ((double)(float)camps.TodayPull[actor], Spreads.Of(pull[actor]));
            return Line(who, "pull to the divider's camp, −1 to 1; the nearest to leaving first", Unit.Ratio) with
            {
                Before = Spreads.Point(today),
                After = after,
                Amount = Plus(after, -today),
                Note = note,
            };
        }
    }

    /// <summary>How far the allies' ideal points lie from the divider's, from the newest year held; the interval is that of the points, taken as independent normals.</summary>
    private static IEnumerable<BillLine> Points(BillMaterial material, List<string> notes)
    {
        var held = material.World.IdealPoints.Where(point => point.Year <= material.Strategy.Start).ToLookup(point => (point.State, point.Year));
        var year = Enumerable.Range(0, 5).Select(back => material.Strategy.Start - back).FirstOrDefault(y => held.Contains((material.Strategy.Divider, y)));
        if (year == 0)
        {
            notes.Add("Ideal points of the divider are not held for the time, so that the dispersion of the allies is missing.");
            return [];
        }

        var divider = held[(material.Strategy.Divider, year)].First();
        var points = material.Inputs.Allies.Where(ally => held.Contains((ally.StateId, year))).Select(ally => held[(ally.StateId, year)].First()).ToArray();
        if (points.Length == 0) return [];
        var (distance, spread) = (new double[PointDraws], new double[PointDraws]);
        for (var draw = 0; draw < PointDraws; draw++)
        {
            // A fixed seed: this is measured, and must not move with the draws of the strategy.
            var stream = new CounterStream(1, (ulong)draw, PointStream);
            double Drawn(double value, double low, double high) => value + ((high - low) / (2 * Ninety) * stream.NextNormal());
            var centre = Drawn(divider.Value, divider.Low, divider.High);
            foreach (var point in points)
            {
                var away = Drawn(point.Value, point.Low, point.High) - centre;
                distance[draw] += Math.Abs(away) / points.Length;
                spread[draw] += away * away / points.Length;
            }

            spread[draw] = Math.Sqrt(spread[draw]);
        }

        var note = string.Create(
            CultureInfo.InvariantCulture, $"{year}, {points.Length} of {material.Inputs.Allies.Length} allies; all state-years have a standard deviation of 1; what the loss of a guarantee does to votes is not estimated");
        BillLine Line(string item, double[] values) =>
            new(BillSection.Cohesion, $"Allies of {material.Divider}", item, Unit.Number, Basis.Measured) { Before = Spreads.Of(values), Sources = ["entente-points"], Note = note };
        return [Line("mean distance of ideal points from the divider's", distance), Line("standard deviation of ideal points around the divider's", spread)];
    }

    /// <summary>A share of draws with the interval that their number leaves; quantiles of noughts and ones would say nothing.</summary>
    private static Spread Share(double[] hits)
    {
        var spread = Spreads.Of(hits);
        var half = Ninety * spread.MonteCarloError;
        return spread with { Low = Math.Max(0, spread.Mean - half), Median = spread.Mean, High = Math.Min(1, spread.Mean + half) };
    }

    private static Spread Plus(Spread spread, double value) => spread with { Mean = spread.Mean + value, Low = spread.Low + value, Median = spread.Median + value, High = spread.High + value };
}
