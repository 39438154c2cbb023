using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Runs;
using Entente.World;

namespace Entente.Cli.Verbs.Strategies;

/// <summary>Gets the assessment that a verb is about, from the folder of a run or from a strategy.</summary>
internal static class StrategyRuns
{
    /// <summary>The assessment of a run by its folder, or of a strategy by name or path.</summary>
    public static Assessment Assessment(Session session, string name, StrategyCalls calls)
    {
        if (Directory.Exists(name))
        {
            if (calls.All.FirstOrDefault(option => session.IsGiven(option)) is { } given) throw new InvalidInputException($"{given.Name} is settled by the run in {name}; leave it out.");
            return StrategyAssessment.Assess(AssessmentRun.Open(session.World, name));
        }

        var options = calls.Read(session);
        var strategy = StrategyCalls.File(session, name);
        return StrategyAssessment.Assess(session.World, strategy, options, new DrawProgress(session.Terminal, options.Draws), session.Cancellation);
    }
}
