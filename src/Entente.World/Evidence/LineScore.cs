namespace Entente.World.Evidence;

/// <summary>What a line of evidence said of a past wedge attempt that it had not seen, as shipped (source "entente-evidence", made by <c>entente backtest --lines</c>).</summary>
/// <param name="Case">Key of the case.</param>
/// <param name="Line">Key of the line: game, reference or statistical.</param>
/// <param name="Year">Year of the first move.</param>
/// <param name="Probability">Probability of a split, 0 to 1.</param>
/// <param name="Outcome">How it ended: 1 a success, .5 a partial one, 0 a failure.</param>
public readonly record struct LineScore(string Case, string Line, int Year, double Probability, double Outcome);
