using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Briefing.Maps;

/// <summary>The outline of a state in degrees: rings of (longitude, latitude), the last point joined to the first; rings inside rings are holes.</summary>
/// <param name="Iso3">ISO3 code; the key of a contested area.</param>
/// <param name="Rings">The rings.</param>
internal sealed record Outline(string Iso3, ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> Rings)
{
    /// <summary>Whether the place lies inside, by the even-odd rule.</summary>
    public bool Contains(double longitude, double latitude)
    {
        var inside = false;
        foreach (var ring in Rings)
        {
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var ((xi, yi), (xj, yj)) = (ring[i], ring[j]);
                if (yi > latitude != yj > latitude && longitude < ((xj - xi) * (latitude - yi) / (yj - yi)) + xi) inside = !inside;
            }
        }

        return inside;
    }
}

/// <summary>The outlines of all states: those of the pages' map (Natural Earth, 1 : 50 million, corrected where decisions of the United Nations say so), with fewer corners. The resource says how it was made.</summary>
internal static class WorldOutlines
{
    private const double Steps = 20;
    private static readonly Lazy<(ImmutableArray<Outline> Areas, ImmutableArray<Outline> Points, ImmutableArray<Outline> Contested)> Read = new(ReadAll);

    /// <summary>States with an outline, in the order of their codes.</summary>
    public static ImmutableArray<Outline> Areas => Read.Value.Areas;

    /// <summary>States too small for one: a single point.</summary>
    public static ImmutableArray<Outline> Points => Read.Value.Points;

    /// <summary>Areas whose belonging is disputed, which are in the outline of a state as well: to be hatched.</summary>
    public static ImmutableArray<Outline> Contested => Read.Value.Contested;

    private static (ImmutableArray<Outline>, ImmutableArray<Outline>, ImmutableArray<Outline>) ReadAll()
    {
        using var stream = typeof(WorldOutlines).Assembly.GetManifestResourceStream("Entente.Briefing.Maps.world.txt")!;
        using var reader = new StreamReader(stream);
        var (areas, points, contested) = (ImmutableArray.CreateBuilder<Outline>(), ImmutableArray.CreateBuilder<Outline>(), ImmutableArray.CreateBuilder<Outline>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var parts = line.Split(' ', 3);
            var outline = new Outline(parts[1], [.. parts[2].Split(';').Select(Ring)]);
            if (parts[0] == "area") areas.Add(outline);
            else if (parts[0] == "point") points.Add(outline);
            else contested.Add(outline);
        }

        return (areas.ToImmutable(), points.ToImmutable(), contested.ToImmutable());
    }

    private static ImmutableArray<(double, double)> Ring(string text)
    {
        var numbers = text.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var ring = ImmutableArray.CreateBuilder<(double, double)>(numbers.Length / 2);
        var (x, y) = (0, 0);
        for (var i = 0; i < numbers.Length; i += 2)
        {
            (x, y) = (x + numbers[i], y + numbers[i + 1]);
            ring.Add((x / Steps, y / Steps));
        }

        return ring.ToImmutable();
    }
}
