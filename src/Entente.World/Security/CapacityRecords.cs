namespace Entente.World.Security;

/// <summary>Material capabilities of a state in a year; NaN where the publisher has no figure.</summary>
/// <param name="StateId">State id.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="MilitaryExpenditure">Thousands of current US dollars (pounds before 1914).</param>
/// <param name="IronSteel">Iron and steel, thousand tons.</param>
/// <param name="Energy">Primary energy, thousand coal-ton equivalents.</param>
/// <param name="Population">Thousands.</param>
/// <param name="Cinc">Share of world capabilities, 0 to 1.</param>
public sealed record CapabilityYear(int StateId, int Year, double MilitaryExpenditure, double IronSteel, double Energy, double Population, double Cinc);

/// <summary>Enrichment and reprocessing plants that a state had at work over a spell of years; a state-year in no spell had none that is known.</summary>
/// <param name="StateId">State id.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year held; the source ends in 2012.</param>
/// <param name="Enrichment">Enrichment plants of pilot or commercial size.</param>
/// <param name="Reprocessing">Reprocessing plants of pilot or commercial size.</param>
/// <param name="Laboratories">Plants of laboratory size, of both kinds.</param>
public sealed record LatencySpell(int StateId, int FromYear, int ToYear, int Enrichment, int Reprocessing, int Laboratories);
