using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.States;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The few states and blocs that strategy files of the tests name.</summary>
internal static class SmallWorld
{
    public static StateSystem States { get; } = new(
        [
            Member(2, "United States", "USA", "USA", "US", 1816),
            Member(20, "Canada", "CAN", "CAN", "CA", 1920),
            Member(200, "United Kingdom", "UKG", "GBR", "GB", 1816),
            Member(220, "France", "FRN", "FRA", "FR", 1816),
            new State
            {
                Id = 255, Name = "Germany", Abbreviation = "GMY", Iso3 = "DEU", Iso2 = "DE", M49 = 276, Kind = StateKind.Member,
                Existence = [new Period(new DateOnly(1816, 1, 1), new DateOnly(1945, 5, 8)), new Period(new DateOnly(1990, 10, 3), null)],
            },
            new State { Id = 260, Name = "German Federal Republic", Abbreviation = "GFR", Kind = StateKind.Member, Existence = [new Period(new DateOnly(1955, 5, 5), new DateOnly(1990, 10, 2))] },
            Member(290, "Poland", "POL", "POL", "PL", 1918),
            Member(325, "Italy", "ITA", "ITA", "IT", 1816),
            Member(345, "Serbia", "YUG", "SRB", "RS", 1878) with { Aliases = ["Yugoslavia"] },
            Member(350, "Greece", "GRC", "GRC", "GR", 1828),
            Member(365, "Russia", "RUS", "RUS", "RU", 1816) with { Aliases = ["Soviet Union"] },
            Member(369, "Ukraine", "UKR", "UKR", "UA", 1991),
            Member(370, "Belarus", "BLR", "BLR", "BY", 1991),
            Member(640, "Turkey", "TUR", "TUR", "TR", 1816),
            Member(710, "China", "CHN", "CHN", "CN", 1860),
            Member(713, "Taiwan", "TAW", "TWN", "TW", 1949),
            Member(732, "South Korea", "ROK", "KOR", "KR", 1949),
            Member(740, "Japan", "JPN", "JPN", "JP", 1860),
            Member(800, "Thailand", "THI", "THA", "TH", 1887),
            Member(840, "Philippines", "PHI", "PHL", "PH", 1946),
            Member(900, "Australia", "AUL", "AUS", "AU", 1920),
            Member(920, "New Zealand", "NEW", "NZL", "NZ", 1920),
        ],
        []);

    public static BlocRegistry Blocs { get; } = new(
        [
            Bloc("BRICS", "BRICS", 2009, 365, 710),
            Bloc("NATO", "North Atlantic Treaty Organization", 1949, 2, 20, 200, 220),
            Bloc("Sanctions2022", "Sanctioning coalition 2022", 2022, 2, 20, 200, 220, 732, 740, 900),
        ]);

    /// <summary>A valid file; tests change one thing in it.</summary>
    public const string Valid = """
        title: A title
        summary: Who would do what.
        divider: USA
        target: RUS
        partner: CHN
        start: 2025
        horizon: 10
        allies: [NATO, Japan]
        moves:
          - lift-sanctions: { from: RUS, coalition: [USA], share: 0.8 }
          - guarantee: { to: [NATO], change: -0.3 }
        assumptions:
          reversal_hazard: { triangular: [.05, .15, .35], source: judgement }
        caveats: []
        """;

    public const string FileName = "strategies/test.yaml";

    public static WedgeStrategy Parse(string text) => StrategyFile.Parse(text, FileName, States, Blocs);

    public static string Error(string text) => Should.Throw<InvalidInputException>(() => Parse(text)).Message;

    /// <summary>The valid file with one line (1 is the first) replaced.</summary>
    public static string WithLine(int line, string replacement)
    {
        var lines = Valid.ReplaceLineEndings("\n").Split('\n');
        lines[line - 1] = replacement;
        return string.Join('\n', lines);
    }

    /// <summary>The valid file without a line.</summary>
    public static string WithoutLine(int line) => string.Join('\n', Valid.ReplaceLineEndings("\n").Split('\n').Where((_, index) => index != line - 1));

    private static State Member(int id, string name, string abbreviation, string iso3, string iso2, int since) => new()
    {
        Id = id,
        Name = name,
        Abbreviation = abbreviation,
        Iso3 = iso3,
        Iso2 = iso2,
        Kind = StateKind.Member,
        Existence = [new Period(new DateOnly(since, 1, 1), null)],
    };

    private static Bloc Bloc(string key, string name, int since, params ImmutableArray<int> members) =>
        new(key, name, "test", false, [.. members.Select(id => new BlocMembership(id, new Period(new DateOnly(since, 1, 1), null)))]);
}
