using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Briefing.Document;

/// <summary>The section of a brief that says what changed since an earlier one.</summary>
internal static class ChangesSection
{
    private const int MostRows = 40;

    public static Section Of(BriefChanges changes, Func<string, ImmutableArray<int>> sources)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Bullets([.. changes.Sentences().Select(Rich.Of)]));
        var shown = changes.Figures.Where(change => change.IsVisible).ToImmutableArray();
        if (!shown.IsEmpty)
        {
            var left = shown.Length - MostRows;
            blocks.Add(new Table(
                Rich.Of($"Figures that changed, those beyond the noise of draws first and the largest change first{(left > 0 ? $"; {Numbers.Whole(left)} smaller ones are left out, 'entente brief … --diff OLD --json' has all" : "")}. A change is measured in widths of the earlier 90 % interval, or against the earlier value where there is none."),
                [new("Figure"), new("Where"), new("Before", true), new("Now", true), new("Change", true), new("Beyond the noise of draws")],
                [
                    .. shown.Take(MostRows).Select(change => ImmutableArray.Create(
                        Rich.Of(change.Shown.Label), Rich.Of(change.Shown.Group), Rich.Of(ValueOf(change.Before)), Rich.Of(ValueOf(change.Now)), Rich.Of(Difference(change)),
                        Rich.Of(!double.IsFinite(change.Difference) ? (change.Before is null ? "new" : "gone") : change.IsNoise ? "no" : change.Now!.Error > 0 ? "yes" : "no draws"))),
                ]));
        }

        if (!changes.Sources.IsEmpty)
        {
            blocks.Add(new Table(Rich.Of("Sources with another vintage"), [new("Source"), new("Before"), new("Now")],
                [.. changes.Sources.Select(source => ImmutableArray.Create(Rich.Of(source.Shown.Title).Text(" ").Cite(sources(source.Shown.Key)), Rich.Of(BriefChanges.Vintage(source.Before)), Rich.Of(BriefChanges.Vintage(source.Now))))]));
        }

        return new("changes", "What changed since the earlier brief", "Changes", blocks.ToImmutable());
    }

    /// <summary>The difference in words.</summary>
    public static string Difference(FigureChange change) => !double.IsFinite(change.Difference) ? "" : change.Shown.Unit switch
    {
        Unit.Share or Unit.Probability or Unit.RelativeChange => Numbers.Points(change.Difference),
        var unit => Numbers.Signed(change.Difference, unit),
    };

    private static string ValueOf(BriefFigure? figure) => figure is null ? "" : Numbers.Format(figure.Value, figure.Unit);
}
