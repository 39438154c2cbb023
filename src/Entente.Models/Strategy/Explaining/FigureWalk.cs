using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Models.Strategy.Explaining;

/// <summary>Walks a figure of an assessment back to assumptions and sources.</summary>
public static class FigureWalk
{
    /// <summary>Names of all figures that can be asked for.</summary>
    /// <param name="world">The world that the assessment was made on.</param>
    /// <param name="assessment">The assessment.</param>
    public static ImmutableArray<ExplainedFigure> All(WorldEdition world, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(assessment);
        return FigureList.Of(world, assessment);
    }

    /// <summary>Walks one figure back.</summary>
    /// <param name="world">The world that the assessment was made on.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="key">Name of the figure.</param>
    /// <exception cref="InvalidInputException">There is no such figure; the sentence names the nearest.</exception>
    public static Explanation Explain(WorldEdition world, Assessment assessment, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var all = All(world, assessment);
        var byKey = all.ToDictionary(figure => figure.Key, StringComparer.Ordinal);
        if (!byKey.TryGetValue(key, out var root))
        {
            var nearest = NearestWord.Find(key, byKey.Keys);
            throw new InvalidInputException($"'{key}' is no figure of this assessment{(nearest is null ? string.Empty : $"; did you mean '{nearest}'?")} 'entente explain' without a figure lists all.");
        }

        var steps = ImmutableArray.CreateBuilder<(int, ExplainedFigure)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void Walk(ExplainedFigure figure, int depth)
        {
            if (!seen.Add(figure.Key)) return;
            steps.Add((depth, figure));
            foreach (var part in figure.Parts)
            {
                if (byKey.TryGetValue(part, out var next)) Walk(next, depth + 1);
            }
        }

        Walk(root, 0);
        ImmutableArray<SourceTrace> sources = [.. steps.SelectMany(step => step.Item2.Sources).Distinct(StringComparer.Ordinal).Select(source => Trace(world, source))];
        var whole = assessment.Provenance;
        return new Explanation(root, steps.ToImmutable(), sources, whole with { Sources = [.. sources.Select(source => source.Key)], Query = $"{key} of {whole.Query}" });
    }

    private static SourceTrace Trace(WorldEdition world, string key)
    {
        const int Digits = 12;
        var source = world.Catalog[key];
        var stored = world.Manifest.Sources.FirstOrDefault(one => one.Key == key);
        return new SourceTrace(
            key, source.Title, source.Publisher, source.Edition,
            stored is null ? [] : [.. stored.Inputs.Select(file => $"{file.Name} (sha256 {file.Sha256[..Digits]}…)")],
            stored is null ? [] : [.. stored.Tables.Select(table => FormattableString.Invariant($"{table.Table}: {table.Rows:N0} rows"))]);
    }
}
