using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Models.Panel.Tables;

/// <summary>Columns of the dyad-year panel that several questions read in turn, such as about one triangle or pair after another; kept with the edition, a few at a time, because each holds tens of megabytes.</summary>
internal static class KeptPanel
{
    private static readonly EditionMemo<(int From, int To, string Names), (DyadYearFrame Frame, PanelTable Panel)> Known = new(3);

    /// <summary>The frame and its columns, which must not be changed.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="from">First year.</param>
    /// <param name="to">Last year.</param>
    /// <param name="names">Variables.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static (DyadYearFrame Frame, PanelTable Panel) Read(WorldEdition world, int from, int to, string[] names, CancellationToken cancellation) => Known.Get(world, (from, to, string.Join(' ', names)), _ =>
    {
        var frame = DyadYearFrame.Build(world, from, to);
        return (frame, DyadYearPanel.Build(world, frame, names, cancellation));
    });
}
