namespace Entente.World.Security;

/// <summary>Two states on opposite sides of an interstate war in a year.</summary>
/// <param name="War">COW war number.</param>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Onset">Whether it is the pair's first year in the war.</param>
public sealed record WarYear(int War, int A, int B, int Year, bool Onset);

/// <summary>A strategic rivalry from a first to a last year.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year held; the last year of the source is not the end of the rivalry.</param>
public sealed record RivalrySpell(int A, int B, int FromYear, int ToYear);

/// <summary>A year of an armed conflict that a government led.</summary>
/// <param name="Conflict">UCDP conflict id.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="A">State id.</param>
/// <param name="B">Opposing state, where the other side is one.</param>
/// <param name="Intensity">1 minor (25 to 999 deaths in battle), 2 war.</param>
/// <param name="Type">interstate, intrastate, internationalised or extrasystemic.</param>
public sealed record ArmedConflictYear(int Conflict, int Year, int A, int? B, int Intensity, string Type);

/// <summary>A state's nuclear weapons status over a spell of years.</summary>
/// <param name="StateId">State id.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year held.</param>
/// <param name="Status">0 none, 1 considering, 2 pursuing, 3 possessing.</param>
public sealed record NuclearSpell(int StateId, int FromYear, int ToYear, int Status);

/// <summary>A public event of cooperation between two states that no data set measures.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Date">yyyy, yyyy-mm or yyyy-mm-dd.</param>
/// <param name="Kind">agreement, arms, exercise, forces, intelligence or technology.</param>
/// <param name="What">What happened, as a clause.</param>
/// <param name="Document">Where it is recorded.</param>
public sealed record SecurityEvent(int A, int B, string Date, string Kind, string What, string Document);
