using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Security.Guarantees;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Security;
using Entente.World.States;

namespace Entente.Models.Security.Ties;

/// <summary>Gathers the security ties of two states from what is held; nothing is estimated.</summary>
public static class SecurityTieReader
{
    private const int UnitedStates = 2;
    private const int WindowLength = 5;

    /// <summary>Reads the ties.</summary>
    /// <param name="world">The world.</param>
    /// <param name="a">First state.</param>
    /// <param name="b">Second state.</param>
    /// <param name="since">First year to show.</param>
    /// <param name="until">Last year to show.</param>
    /// <exception cref="InvalidInputException">The two are one state, or the years are in the wrong order.</exception>
    public static SecurityTies Read(WorldEdition world, State a, State b, int since, int until)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Id == b.Id) throw new InvalidInputException($"{a.Name} is named twice; ties need two states.");
        if (since > until) throw new InvalidInputException($"The span {since} to {until} ends before it begins; name the first year after --since and the last after --until.");
        var (low, high) = a.Id < b.Id ? (a.Id, b.Id) : (b.Id, a.Id);
        bool Shown(int from, int to) => to >= since && from <= until;
        var holdings = Holdings(world);
        var troops = a.Id == UnitedStates || b.Id == UnitedStates
            ? world.TroopsAbroad.Where(row => row.Host == (a.Id == UnitedStates ? b.Id : a.Id) && Shown(row.Year, row.Year)).OrderBy(row => row.Year).ToImmutableArray() : [];
        return new SecurityTies(
            a, b, since, until,
            [.. ObligationSpells.Read(world, a.Id, b.Id).Where(spell => Shown(spell.FromYear, spell.ToYear))],
            SharedPartners(world, a.Id, b.Id, until),
            Arms(world, a.Id, b.Id, since, until),
            troops,
            [.. CommonWars.Read(world, low, high).Where(war => Shown(war.FromYear, war.ToYear))],
            Disputes(world, low, high, since, until),
            [.. world.Rivalries.Where(spell => spell.A == low && spell.B == high && Shown(spell.FromYear, spell.ToYear)).OrderBy(spell => spell.FromYear)],
            [.. world.ArmedConflicts.Where(row => row.B is { } other && Math.Min(row.A, other) == low && Math.Max(row.A, other) == high && Shown(row.Year, row.Year)).OrderBy(row => row.Year)],
            Nuclear(world, a.Id, until), Nuclear(world, b.Id, until),
            [.. world.SecurityRecord.Where(entry => entry.A == low && entry.B == high && Shown(Year(entry), Year(entry))).OrderBy(entry => entry.Date, StringComparer.Ordinal)],
            holdings,
            TieLimits.Sentences(a, b, holdings, until),
            new Provenance(
                [.. holdings.Select(holding => holding.Source).Distinct(StringComparer.Ordinal), "alliance-supplement"],
                string.Create(CultureInfo.InvariantCulture, $"every row of {a.Name} and {b.Name} from {since} to {until}, counted; no weights and no index"),
                Coverage.Of(string.Join("; ", holdings.Select(holding => string.Create(CultureInfo.InvariantCulture, $"{holding.What} to {holding.LastYear}"))))));
    }

    /// <summary>The year of a public event.</summary>
    public static int Year(SecurityEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return int.Parse(entry.Date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static ImmutableArray<Holding> Holdings(WorldEdition world) =>
    [
        new("obligations", Last(world.Alliances, spell => spell.ToYear), "atop"),
        new("arms", Last(world.ArmsShares, share => share.Window) + WindowLength - 1, "sipri-arms"),
        new("US forces", Last(world.TroopsAbroad, row => row.Year), "us-troops"),
        new("wars", Last(world.Wars, row => row.Year), "cow-wars"),
        new("disputes", Last(world.Disputes, row => row.LastYear), "gml-mid"),
        new("rivalries", Last(world.Rivalries, spell => spell.ToYear), "td-rivalries"),
        new("armed conflicts", Last(world.ArmedConflicts, row => row.Year), "ucdp"),
        new("nuclear status", Last(world.NuclearStatus, spell => spell.ToYear), "nuclear-status"),
        new("public events", world.SecurityRecord.IsEmpty ? 0 : world.SecurityRecord.Max(Year), "security-record"),
    ];

    private static int Last<T>(ImmutableArray<T> rows, Func<T, int> year) => rows.IsEmpty ? 0 : rows.Max(year);

    private static ImmutableArray<int> SharedPartners(WorldEdition world, int a, int b, int year)
    {
        var shared = DefencePacts.Partners(world, a, year);
        shared.IntersectWith(DefencePacts.Partners(world, b, year));
        return [.. shared.Order()];
    }

    private static ImmutableArray<ArmsWindow> Arms(WorldEdition world, int a, int b, int since, int until)
    {
        var windows = world.ArmsShares.Select(share => share.Window).Distinct().Where(window => window + WindowLength > since && window <= until).Order();
        var shares = world.ArmsShares.Where(share => (share.Recipient == a && share.Supplier == b) || (share.Recipient == b && share.Supplier == a)).ToLookup(share => (share.Window, share.Supplier));
        return [.. windows.Select(window => new ArmsWindow(window, shares[(window, a)].FirstOrDefault(), shares[(window, b)].FirstOrDefault()))];
    }

    private static ImmutableArray<DisputeBalance> Disputes(WorldEdition world, int low, int high, int since, int until)
    {
        var against = world.Disputes.Where(row => row.A == low && row.B == high).ToDictionary(row => row.Decade);
        var together = world.SameSideDisputes.Where(row => row.A == low && row.B == high).ToDictionary(row => row.Decade);
        return
        [
            .. against.Keys.Union(together.Keys).Where(decade => decade + 9 >= since && decade <= until).Order()
                .Select(decade => against.TryGetValue(decade, out var row)
                    ? new DisputeBalance(decade, row.Onsets, row.ForceUsed, row.Fatal, together.GetValueOrDefault(decade)?.Disputes ?? 0)
                    : new DisputeBalance(decade, 0, 0, 0, together[decade].Disputes)),
        ];
    }

    private static NuclearSpell? Nuclear(WorldEdition world, int state, int year) =>
        world.NuclearStatus.Where(spell => spell.StateId == state && spell.FromYear <= year).MaxBy(spell => spell.FromYear);
}
