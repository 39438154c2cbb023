using Entente.World.States;

namespace Entente.World.Tests.Sources;

/// <summary>A dozen states with true codes and dates, enough for written-out inputs.</summary>
internal static class TestStates
{
    public static StateSystem Few { get; } = new(
        [
            Member(2, "United States of America", "USA", 840, 1816),
            Member(20, "Canada", "CAN", 124, 1920),
            Member(200, "United Kingdom", "GBR", 826, 1816),
            Member(220, "France", "FRA", 250, 1944),
            Member(255, "Germany", "DEU", 276, 1990),
            Member(365, "Russia", "RUS", 643, 1816),
            Member(370, "Belarus", "BLR", 112, 1991),
            Member(385, "Norway", "NOR", 578, 1945),
            Member(710, "China", "CHN", 156, 1860),
            Member(713, "Taiwan", "TWN", 158, 1949),
            Member(732, "South Korea", "KOR", 410, 1948),
            new State { Id = -344, Name = "Hong Kong", Iso3 = "HKG", M49 = 344, Kind = StateKind.Territory },
        ],
        []);

    private static State Member(int id, string name, string iso3, int m49, int from) => new()
    {
        Id = id,
        Name = name,
        Iso3 = iso3,
        M49 = m49,
        Kind = StateKind.Member,
        Existence = [new Period(new DateOnly(from, 1, 1), null)],
    };
}
