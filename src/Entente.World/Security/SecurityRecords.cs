namespace Entente.World.Security;

/// <summary>Alliance obligations of one state towards another over a spell of years.</summary>
/// <param name="A">Id of the state that is bound.</param>
/// <param name="B">Id of the state it is bound to.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year held.</param>
/// <param name="Defense">Defence.</param>
/// <param name="Offense">Offence.</param>
/// <param name="Neutrality">Neutrality.</param>
/// <param name="Nonaggression">Non-aggression.</param>
/// <param name="Consultation">Consultation.</param>
/// <param name="Source">"atop", or the document of the dated supplement.</param>
public sealed record AllianceSpell(int A, int B, int FromYear, int ToYear, bool Defense, bool Offense, bool Neutrality, bool Nonaggression, bool Consultation, string Source);

/// <summary>Militarised disputes begun by a dyad in a decade.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Decade">First year of the decade.</param>
/// <param name="Onsets">Disputes begun.</param>
/// <param name="ForceUsed">Of which with force used.</param>
/// <param name="Fatal">Of which with a death.</param>
/// <param name="LastYear">Last year of an onset.</param>
public sealed record DisputeDecade(int A, int B, int Decade, int Onsets, int ForceUsed, int Fatal, int LastYear);

/// <summary>Militarised disputes begun by a dyad in a year.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Year">Year of onset.</param>
/// <param name="Onsets">Disputes begun, joiners included.</param>
/// <param name="Originated">Of which both were in it from its first day.</param>
/// <param name="ForceUsed">Of those originated, with force used by either side in the year of onset.</param>
/// <param name="Fatal">Of those originated, with a death.</param>
/// <param name="Hostility">Highest level of all onsets: 2 threat, 3 display, 4 force, 5 war; -9 where it is not known.</param>
public readonly record struct DisputeYear(int A, int B, int Year, int Onsets, int Originated, int ForceUsed, int Fatal, int Hostility);

/// <summary>The first year of an interstate war of a dyad.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Year">First year in which the two were at war with each other.</param>
public readonly record struct WarOnset(int A, int B, int Year);

/// <summary>An interstate conflict between two governments in a year.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Intensity">1 minor (25 to 999 deaths), 2 war.</param>
public readonly record struct InterstateConflictYear(int A, int B, int Year, int Intensity);

/// <summary>The leader in office on the last day of each year of a spell.</summary>
/// <param name="State">State id.</param>
/// <param name="FromYear">First year at whose end the leader is in office.</param>
/// <param name="ToYear">Last such year.</param>
/// <param name="SinceYear">Year of entry.</param>
/// <param name="BirthYear">Year of birth, where known.</param>
/// <param name="Irregular">Entered by coup, revolt or foreign imposition.</param>
public sealed record LeaderSpell(int State, int FromYear, int ToYear, int SinceYear, int? BirthYear, bool Irregular);

/// <summary>What a pair's deliveries of major arms over five years amount to, as shares; the publisher's values are not passed on.</summary>
/// <param name="Recipient">State id.</param>
/// <param name="Supplier">State id.</param>
/// <param name="Window">First year of the window.</param>
/// <param name="Share">Share of all that the recipient received, 0 to 1.</param>
/// <param name="OfSupplier">Share of all that the supplier delivered, 0 to 1.</param>
/// <param name="OfPeak">Size relative to the pair's own largest window, 0 to 1.</param>
public sealed record ArmsShare(int Recipient, int Supplier, int Window, double Share, double OfSupplier, double OfPeak);

/// <summary>Forces of a state in a host in a year.</summary>
/// <param name="Host">State id.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Sender">State id; only the United States is held.</param>
/// <param name="Personnel">Active-duty persons, rounded to two digits.</param>
/// <param name="Counted">How many times over the publisher's row counted them (1, 2 or 3), before it was mended.</param>
public sealed record TroopPresence(int Host, int Year, int Sender, int Personnel, int Counted);

/// <summary>Disputes of a decade in which two states stood on the same side.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Decade">First year of the decade.</param>
/// <param name="Disputes">Disputes.</param>
/// <param name="LastYear">Last year in which one of them began for the pair.</param>
public sealed record SameSideDecade(int A, int B, int Decade, int Disputes, int LastYear);

/// <summary>Views of a state among the people of another.</summary>
/// <param name="Respondents">State id.</param>
/// <param name="About">State id.</param>
/// <param name="Year">Year of the survey.</param>
/// <param name="Favourable">Share, 0 to 1.</param>
/// <param name="Unfavourable">Share, 0 to 1.</param>
/// <param name="Interviews">Number of interviews.</param>
public sealed record OpinionFigure(int Respondents, int About, int Year, double Favourable, double Unfavourable, int Interviews);

/// <summary>Exports of US liquefied gas to one destination in a month.</summary>
/// <param name="Month">yyyy-mm.</param>
/// <param name="Destination">State id.</param>
/// <param name="MillionCubicFeet">Volume.</param>
public sealed record LngExport(string Month, int Destination, double MillionCubicFeet);

/// <summary>EU27 gas imports of a month by origin.</summary>
/// <param name="Month">yyyy-mm.</param>
/// <param name="Source">Origin, or LNG.</param>
/// <param name="Route">Entry.</param>
/// <param name="MillionCubicMetres">Volume.</param>
public sealed record GasImport(string Month, string Source, string Route, double MillionCubicMetres);

/// <summary>A monthly price.</summary>
/// <param name="Month">yyyy-mm.</param>
/// <param name="Value">In the unit of the series' name.</param>
public readonly record struct MonthlyPrice(string Month, double Value);

/// <summary>A federal subject of Russia.</summary>
/// <param name="Name">Name.</param>
/// <param name="District">Federal district; missing for occupied Ukrainian regions.</param>
/// <param name="Population">Persons.</param>
/// <param name="Occupied">Whether it is an occupied Ukrainian region, left out of totals.</param>
public sealed record RussianRegion(string Name, string? District, int Population, bool Occupied);
