namespace Entente.World.Votes;

/// <summary>Where a state stood in a year, by its votes.</summary>
/// <param name="State">State id.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">Ideal point; over all state-years the mean is 0 and the standard deviation 1, and high is where the United States stands.</param>
/// <param name="Low">Lower end of the 90 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Votes">Votes that the state cast in the year.</param>
public readonly record struct StateIdealPoint(int State, int Year, double Value, double Low, double High, int Votes);
