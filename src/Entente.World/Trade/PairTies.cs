namespace Entente.World.Trade;

/// <summary>Distance and ties of two economies.</summary>
/// <param name="A">Lower id.</param>
/// <param name="B">Higher id.</param>
/// <param name="Km">Kilometres between main cities.</param>
/// <param name="Contiguous">Common border.</param>
/// <param name="CommonLanguage">Count of common languages by several definitions, 0 to 4.</param>
/// <param name="Colonial">Colonial tie.</param>
/// <param name="CommonCurrency">Currency union.</param>
public readonly record struct PairTies(int A, int B, double Km, bool Contiguous, int CommonLanguage, bool Colonial, bool CommonCurrency);
