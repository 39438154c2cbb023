namespace Entente.Models.Panel;

/// <summary>Major powers (Correlates of War, State System Membership List: majors), and states with nuclear weapons, by year.</summary>
internal static class MajorPowers
{
    private static readonly (int State, int From, int To)[] Majors =
    [
        (2, 1898, 9999), (200, 1816, 9999), (220, 1816, 1940), (220, 1945, 9999), (255, 1925, 1945), (255, 1991, 9999), (365, 1816, 1917), (365, 1922, 9999),
        (710, 1950, 9999), (740, 1895, 1945), (740, 1991, 9999),
    ];

    // First full coding of possession behind the base rates of the cases: 1,124 dyad-years 1949-2010 come out exactly with these years.
    private static readonly (int State, int From, int To)[] Armed =
    [
        (2, 1945, 9999), (365, 1949, 9999), (200, 1952, 9999), (220, 1960, 9999), (710, 1964, 9999), (666, 1967, 9999), (560, 1982, 1990), (750, 1988, 9999),
        (770, 1990, 9999), (731, 2006, 9999),
    ];

    /// <summary>Whether a state is a major power in a year.</summary>
    public static bool IsMajor(int state, int year) => Holds(Majors, state, year);

    /// <summary>Whether a state has nuclear weapons in a year.</summary>
    public static bool HasNuclearWeapons(int state, int year) => Holds(Armed, state, year);

    private static bool Holds((int State, int From, int To)[] spells, int state, int year)
    {
        foreach (var (id, from, to) in spells)
        {
            if (id == state && from <= year && to >= year) return true;
        }

        return false;
    }
}
