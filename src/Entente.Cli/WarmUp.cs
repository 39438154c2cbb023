using Entente.Briefing;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Cli;

/// <summary>Does beforehand, for a program that answers many calls, what the first assessment on an edition would wait for.</summary>
/// <remarks>
/// Most of a first assessment depends on the edition alone: all votes and their agreements, the hazards of disputes, the record of promises, the nuclear record, the panel behind the statistical forecast, the coded cases. The
/// rest is what is measured of three states and code that has not run yet. So small assessments of the shipped strategies that begin latest are made and thrown away; what they measured stays.
/// </remarks>
internal static class WarmUp
{
    // The fewest that may be asked for.
    private const int Draws = 100;

    /// <summary>Warms an edition, which nobody else may use meanwhile. Does nothing where no strategy is shipped or the edition cannot carry it.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static void Warm(WorldEdition world, CancellationToken cancellation)
    {
        try
        {
            // The newest years are those that others ask for too. One strategy for each three states, which have more to be measured than all else but the first; the most moves ask for the most channels.
            var shipped = StrategyLibrary.List().Select(name => StrategyFile.Read(StrategyLibrary.Locate(name), world.States, world.Blocs)).ToList();
            var newest = shipped.Select(one => one.Start).DefaultIfEmpty().Max();
            foreach (var same in shipped.Where(one => one.Start == newest).GroupBy(one => (one.Divider, one.Target, one.Partner)))
            {
                cancellation.ThrowIfCancellationRequested();
                var assessment = StrategyAssessment.Assess(world, same.MaxBy(one => one.Moves.Length)!, new AssessmentOptions { Draws = Draws }, null, cancellation);
                cancellation.ThrowIfCancellationRequested();
                _ = AssessmentJson.Write(assessment, new BriefOptions { Version = CommandLine.Version, CommandLine = string.Empty });
            }
        }
        catch (Exception problem) when (problem is NoAnswerException or InvalidInputException)
        {
            // A call that meets the same says so to its caller; here nobody asked.
        }
    }
}
