namespace Entente.World.Votes;

/// <summary>Two roll calls on identical text, by Voeten's number (rcid); either may be absent from the roll calls held.</summary>
/// <param name="First">Number of one roll call.</param>
/// <param name="Second">Number of the other, mostly the later one.</param>
public readonly record struct Bridge(int First, int Second);
