namespace Entente.World.Sources.Security;

/// <summary>What a state has promised another: the five obligations that ATOP distinguishes.</summary>
/// <param name="Defense">To help when the other is attacked.</param>
/// <param name="Offense">To help when the other attacks.</param>
/// <param name="Neutrality">To stay out of the other's war.</param>
/// <param name="Nonaggression">Not to attack the other.</param>
/// <param name="Consultation">To talk when a crisis comes.</param>
internal readonly record struct AllianceTerms(bool Defense, bool Offense, bool Neutrality, bool Nonaggression, bool Consultation)
{
    /// <summary>Whether there is no obligation at all.</summary>
    public bool AreEmpty => !(Defense || Offense || Neutrality || Nonaggression || Consultation);

    /// <summary>All obligations of two treaties.</summary>
    public AllianceTerms With(AllianceTerms other) => new(
        Defense || other.Defense, Offense || other.Offense, Neutrality || other.Neutrality, Nonaggression || other.Nonaggression, Consultation || other.Consultation);
}
