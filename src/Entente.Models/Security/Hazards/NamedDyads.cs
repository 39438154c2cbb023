using System.Collections.Immutable;

namespace Entente.Models.Security.Hazards;

/// <summary>Pairs that the question of the nuclear powers turns on: chosen by us, in groups.</summary>
public static class NamedDyads
{
    /// <summary>The pairs by state id, with the group that they belong to.</summary>
    public static ImmutableArray<(int A, int B, string Group)> All { get; } =
    [
        (2, 365, "nuclear powers"), (2, 710, "nuclear powers"), (365, 710, "nuclear powers"), (710, 750, "nuclear powers"), (750, 770, "nuclear powers"), (2, 731, "nuclear powers"),
        (200, 365, "nuclear powers"), (220, 365, "nuclear powers"),
        (365, 385, "Russia and NATO at its border"), (365, 375, "Russia and NATO at its border"), (365, 366, "Russia and NATO at its border"), (365, 367, "Russia and NATO at its border"),
        (365, 368, "Russia and NATO at its border"), (290, 365, "Russia and NATO at its border"), (365, 640, "Russia and NATO at its border"), (365, 369, "Russia and its neighbours"), (365, 372, "Russia and its neighbours"),
        (710, 713, "Indo-Pacific"), (710, 740, "Indo-Pacific"), (731, 732, "Indo-Pacific"), (731, 740, "Indo-Pacific"), (710, 840, "Indo-Pacific"), (365, 740, "Indo-Pacific"), (710, 816, "Indo-Pacific"), (710, 900, "Indo-Pacific"),
        (630, 666, "Middle East"), (2, 630, "Middle East"),
    ];
}
