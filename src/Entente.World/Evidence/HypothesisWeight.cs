namespace Entente.World.Evidence;

/// <summary>Stacking weight of a rival explanation of alignment, as shipped (source "entente-evidence", made by <c>entente hypotheses --weights</c>).</summary>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Hypothesis">Key of the hypothesis.</param>
/// <param name="Weight">Its weight, 0 to 1; those of a horizon add up to 1.</param>
/// <param name="Low">Lower end of the 90 % interval over resampled blocks of origins.</param>
/// <param name="High">Upper end.</param>
/// <param name="LogGain">Mean log score of persistence less its own: above 0 is better.</param>
/// <param name="FirstOrigin">First year from which a forecast was scored.</param>
/// <param name="LastOrigin">Last such year.</param>
public readonly record struct HypothesisWeight(int Horizon, string Hypothesis, double Weight, double Low, double High, double LogGain, int FirstOrigin, int LastOrigin);
