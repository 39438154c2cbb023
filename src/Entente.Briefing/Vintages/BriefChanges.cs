using System.Collections.Immutable;

namespace Entente.Briefing;

/// <summary>A figure in two briefs.</summary>
/// <param name="Before">In the earlier brief; <see langword="null"/> where it is new.</param>
/// <param name="Now">In the later; <see langword="null"/> where it is gone.</param>
public sealed record FigureChange(BriefFigure? Before, BriefFigure? Now)
{
    private const double NoiseErrors = 2;

    /// <summary>The figure that is there; the later one where both are.</summary>
    public BriefFigure Shown => Now ?? Before!;

    /// <summary>Later minus earlier; NaN where one is missing.</summary>
    public double Difference => (Now?.Value ?? double.NaN) - (Before?.Value ?? double.NaN);

    /// <summary>Whether the two differ at all, or one of them is missing.</summary>
    public bool IsChange => Before is null || Now is null || (double.IsFinite(Before.Value) || double.IsFinite(Now.Value)) && Difference != 0;

    /// <summary>Whether the change is no more than the noise of the draws: two standard errors of the difference of two independent runs. Never true of figures without draws.</summary>
    public bool IsNoise => double.IsFinite(Difference) && Difference != 0 && Before is { Error: > 0 } && Now is { Error: > 0 } && Math.Abs(Difference) <= NoiseErrors * Math.Sqrt((Before.Error * Before.Error) + (Now.Error * Now.Error));

    /// <summary>Whether the change is seen in the digits that a brief shows.</summary>
    public bool IsVisible => Before is null || Now is null || Numbers.Format(Before.Value, Before.Unit) != Numbers.Format(Now.Value, Now.Unit);

    /// <summary>Size of the change for ranking: in widths of the earlier interval where there is one, else relative to the earlier value. Two units can only be compared this way.</summary>
    public double Size
    {
        get
        {
            if (!double.IsFinite(Difference)) return 0;
            var width = Before!.High - Before.Low;
            return Math.Abs(Difference) / (width > 0 ? width : Math.Max(Math.Abs(Before.Value), 1e-12));
        }
    }
}

/// <summary>A source in two briefs.</summary>
/// <param name="Before">In the earlier brief; <see langword="null"/> where it is new.</param>
/// <param name="Now">In the later; <see langword="null"/> where it is no longer used.</param>
public sealed record SourceChange(BriefSource? Before, BriefSource? Now)
{
    /// <summary>The source that is there; the later one where both are.</summary>
    public BriefSource Shown => Now ?? Before!;
}

/// <summary>What a later brief says otherwise than an earlier one.</summary>
/// <param name="Before">The earlier.</param>
/// <param name="Now">The later.</param>
/// <param name="Figures">Figures that differ: those beyond the noise of draws first, among them those whose digits change, and the largest change first.</param>
/// <param name="Same">How many figures are the same.</param>
/// <param name="Sources">Sources whose vintage differs, or that one brief alone uses.</param>
public sealed record BriefChanges(BriefFigures Before, BriefFigures Now, ImmutableArray<FigureChange> Figures, int Same, ImmutableArray<SourceChange> Sources)
{
    /// <summary>Compares two briefs of one subject.</summary>
    /// <param name="before">The earlier.</param>
    /// <param name="now">The later.</param>
    /// <exception cref="World.InvalidInputException">They are of different subjects.</exception>
    public static BriefChanges Of(BriefFigures before, BriefFigures now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        if (before.Kind != now.Kind || before.Subject != now.Subject) throw new World.InvalidInputException($"The earlier brief is of the {before.Kind} '{before.Subject}', this one of the {now.Kind} '{now.Subject}': compare two briefs of one.");
        var earlier = before.Figures.ToDictionary(figure => figure.Key, StringComparer.Ordinal);
        var later = now.Figures.ToDictionary(figure => figure.Key, StringComparer.Ordinal);
        var pairs = now.Figures.Select(figure => new FigureChange(earlier.GetValueOrDefault(figure.Key), figure))
            .Concat(before.Figures.Where(figure => !later.ContainsKey(figure.Key)).Select(figure => new FigureChange(figure, null))).ToList();
        var changed = pairs.Where(pair => pair.IsChange).OrderBy(pair => pair.IsNoise).ThenByDescending(pair => pair.IsVisible).ThenByDescending(pair => pair.Size).ToImmutableArray();
        var old = before.Sources.GroupBy(source => source.Key).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var held = now.Sources.Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        var sources = now.Sources.Select(source => new SourceChange(old.GetValueOrDefault(source.Key), source))
            .Concat(before.Sources.Where(source => !held.Contains(source.Key)).Select(source => new SourceChange(source, null)))
            .Where(pair => pair.Before?.Edition != pair.Now?.Edition).ToImmutableArray();
        return new(before, now, changed, pairs.Count - changed.Length, sources);
    }

    /// <summary>The figures that moved beyond the noise of the draws, the largest first.</summary>
    public IEnumerable<FigureChange> Movers => Figures.Where(change => double.IsFinite(change.Difference) && !change.IsNoise && change.IsVisible);

    /// <summary>What it comes to, in sentences.</summary>
    public ImmutableArray<string> Sentences()
    {
        const int Named = 3;
        var sentences = ImmutableArray.CreateBuilder<string>();
        var hidden = Figures.Count(change => !change.IsVisible);
        var (noise, gone, fresh) = (Figures.Count(change => change.IsNoise), Figures.Count(change => change.Now is null), Figures.Count(change => change.Before is null));
        sentences.Add(Figures.IsEmpty
            ? $"None of the {Numbers.Whole(Same)} figures changed."
            : $"{Numbers.Whole(Figures.Length)} of {Numbers.Whole(Figures.Length + Same)} figures changed{(noise > 0 ? $", {Numbers.Whole(noise)} of them by no more than the noise of the draws" : "")}{(hidden > 0 ? $"; {Numbers.Whole(hidden)} not in the digits shown" : "")}{(fresh > 0 ? $"; {Numbers.Whole(fresh)} {(fresh == 1 ? "is" : "are")} new" : "")}{(gone > 0 ? $"; {Numbers.Whole(gone)} {(gone == 1 ? "is" : "are")} gone" : "")}.");
        sentences.Add(Sources.IsEmpty ? "No source has another vintage." : $"Another vintage: {string.Join("; ", Sources.Select(source => $"{source.Shown.Title} ({Vintage(source.Before)} → {Vintage(source.Now)})"))}.");
        var movers = Movers.Take(Named).ToList();
        if (movers.Count > 0) sentences.Add($"What moved most: {string.Join("; ", movers.Select(change => $"{change.Shown.Group}, {change.Shown.Label}: {Numbers.Format(change.Before!.Value, change.Before.Unit)} → {Numbers.Format(change.Now!.Value, change.Now.Unit)}"))}.");
        var other = new List<string>();
        if (Before.Draws != Now.Draws) other.Add($"draws ({Numbers.Whole(Before.Draws)} → {Numbers.Whole(Now.Draws)})");
        if (Before.Seed != Now.Seed) other.Add(FormattableString.Invariant($"seed ({Before.Seed} → {Now.Seed})"));
        if (Before.Program != Now.Program) other.Add($"program ({Before.Program} → {Now.Program})");
        if (other.Count > 0) sentences.Add($"Not only the data differ: {string.Join(", ", other)}. Changes may come from there; 'entente diff' traces a change between two kept runs to its inputs.");
        return sentences.ToImmutable();
    }

    internal static string Vintage(BriefSource? source) => source is null ? "not used" : source.Edition.Length == 0 ? "no vintage stated" : source.Edition;
}
