using Entente.Cli.Show;
using Entente.Models.Strategy;

namespace Entente.Cli.Verbs;

/// <summary>Gets the assessment that a verb is about, from a strategy.</summary>
internal static class StrategyRuns
{
    /// <summary>The assessment of a strategy by name or path.</summary>
    public static Assessment Assessment(Session session, string name, StrategyCalls calls)
    {
        var options = calls.Read(session);
        var strategy = StrategyCalls.File(session, name);
        return StrategyAssessment.Assess(session.World, strategy, options, new DrawProgress(session.Terminal, options.Draws), session.Cancellation);
    }
}
