namespace Entente.Models.Trade.Conduits;

/// <summary>How far a state's flow stands above where it would have stood.</summary>
/// <param name="Year">Year that is looked at.</param>
/// <param name="Actual">What was recorded, in the unit of the flow.</param>
/// <param name="Expected">What was to be expected: the larger of own level and own trend, moved along where the flows of all states rose; a common fall is not taken off.</param>
/// <param name="LogExcess">Log of actual over expected once the common movement is out, the smaller of the two against level and trend.</param>
/// <param name="Score">The log excess over the state's own size of error in placebo forecasts.</param>
public sealed record FlowExcess(int Year, double Actual, double Expected, double LogExcess, double Score)
{
    /// <summary>What stands above expectation; zero where nothing does.</summary>
    public double Amount => Math.Max(0, Actual - Expected);
}
