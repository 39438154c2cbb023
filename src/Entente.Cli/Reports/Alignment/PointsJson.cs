using System.Collections.Immutable;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Votes.IdealPoints;
using Entente.World;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Ideal points as JSON.</summary>
internal static class PointsJson
{
    /// <summary>Writes the points given, and the distances of the states named.</summary>
    public static void Write(Terminal terminal, IdealPointEstimates estimates, IEnumerable<IdealPoint> points, ImmutableArray<PointSeries> named, WorldEdition world) => JsonText.Document(terminal.Raw, "points", json =>
    {
        json.WriteString("method", estimates.Method);
        json.WriteNumber("level", estimates.Level);
        json.Object("quality", () =>
        {
            json.WriteNumber("sweeps", estimates.Quality.Sweeps);
            json.WriteNumber("draws", estimates.Quality.Draws);
            json.Real("effective_draws_median", estimates.Quality.MedianEffective);
            json.Real("effective_draws_low", estimates.Quality.LowEffective);
            json.Real("r_hat_median", estimates.Quality.MedianRHat);
            json.Real("r_hat_high", estimates.Quality.HighRHat);
            json.WriteStartArray("log_likelihood");
            foreach (var value in estimates.Quality.LogLikelihood) json.WriteNumberValue(Math.Round(value, 1));
            json.WriteEndArray();
        });
        json.WriteNumber("votes", estimates.Votes);
        json.WriteNumber("texts", estimates.Items);
        json.Excluded(estimates.Exclusions);
        json.List("periods", estimates.Periods, period =>
        {
            json.WriteString("label", period.Label);
            json.WriteNumber("year", period.Year);
            json.WriteNumber("held", period.Held);
            json.WriteNumber("roll_calls", period.RollCalls.Length);
        });
        json.List("points", points, point =>
        {
            json.State(world.States[point.State]);
            json.WriteString("period", estimates.Periods[point.Period].Label);
            json.WriteNumber("year", estimates.Periods[point.Period].Year);
            json.Real("value", Math.Round(point.Value, 5));
            json.Interval("interval", point.Interval);
            json.WriteNumber("votes", point.Votes);
            json.WriteBoolean("few_votes", point.RestsOnFew);
        });
        json.List("distances", Distances(estimates, named), distance => Distance(json, distance));
        json.Texts("notes", estimates.Notes);
        json.Provenance(estimates.Provenance, world.Catalog);
    });

    private static void Distance(Utf8JsonWriter json, (PointSeries A, PointSeries B, int Year, (double Value, World.Figures.Interval Interval) Distance) distance)
    {
        json.WriteString("a", distance.A.Key);
        json.WriteString("b", distance.B.Key);
        json.WriteNumber("year", distance.Year);
        json.Real("value", Math.Round(distance.Distance.Value, 5));
        json.Interval("interval", distance.Distance.Interval);
    }

    private static IEnumerable<(PointSeries A, PointSeries B, int Year, (double Value, World.Figures.Interval Interval) Distance)> Distances(IdealPointEstimates estimates, ImmutableArray<PointSeries> named)
    {
        for (var a = 0; a < named.Length; a++)
        {
            for (var b = a + 1; b < named.Length; b++)
            {
                for (var i = 0; i < named[a].Years.Length; i++)
                {
                    if (named[a].Points[i] is { } left && named[b].Points[i] is { } right && estimates.Distance(left.State, right.State, left.Period) is { } distance) yield return (named[a], named[b], named[a].Years[i], distance);
                }
            }
        }
    }
}
