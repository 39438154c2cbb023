using System.Collections.Immutable;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Blocs;

/// <summary>One state's membership of a bloc over a span of days.</summary>
/// <param name="StateId">Id of the member.</param>
/// <param name="Period">From accession to withdrawal, both days included.</param>
public readonly record struct BlocMembership(int StateId, Period Period);

/// <summary>A named set of states with dated membership.</summary>
/// <param name="Key">Short key as typed on the command line ("EU", "EU28", "NATO").</param>
/// <param name="Name">Full name.</param>
/// <param name="Source">The treaty or public document that the dates are taken from.</param>
/// <param name="IsFixed">True for a fixed list ("EU28") whose members are the same in every year.</param>
/// <param name="Memberships">Dated memberships, ordered by state and date.</param>
public sealed record Bloc(string Key, string Name, string Source, bool IsFixed, ImmutableArray<BlocMembership> Memberships)
{
    /// <summary>Ids of the states that were members at the end of the year (31 December), ascending. A fixed bloc has the same members in every year.</summary>
    public ImmutableArray<int> MembersIn(int year)
    {
        var day = new DateOnly(Math.Clamp(year, 1, 9999), 12, 31);
        return [.. Memberships.Where(m => IsFixed || m.Period.Contains(day)).Select(m => m.StateId).Distinct().Order()];
    }

    /// <summary>The last year at whose end it had members, no later than a year; <see langword="null"/> where it had none by then.</summary>
    /// <param name="atMost">The year.</param>
    public int? LastYear(int atMost)
    {
        if (Memberships.IsEmpty) return null;
        if (IsFixed) return atMost;
        var first = Memberships.Min(membership => membership.Period.From.Year);
        for (var year = atMost; year >= first; year--)
        {
            if (!MembersIn(year).IsEmpty) return year;
        }

        return null;
    }

    /// <summary>Says that it had no members in a year, and when it had some.</summary>
    /// <param name="year">The year.</param>
    public string WithoutMembers(int year)
    {
        var first = Memberships.Min(m => m.Period.From);
        var last = Memberships.Any(m => m.Period.To is null) ? null : Memberships.Max(m => m.Period.To);
        var span = last is null ? FormattableString.Invariant($"since {first:yyyy-MM-dd}") : FormattableString.Invariant($"from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}");
        return $"{this} had no members at the end of {year}; it has had members {span}.";
    }

    /// <summary>"European Union (EU)".</summary>
    public override string ToString() => $"{Name} ({Key})";
}

/// <summary>All blocs, shipped and the user's own.</summary>
/// <param name="All">The blocs in the order of their keys.</param>
public sealed record BlocRegistry(ImmutableArray<Bloc> All)
{
    /// <summary>No blocs.</summary>
    public static BlocRegistry Empty { get; } = new([]);

    /// <summary>The bloc with this key or name, or <see langword="null"/>. Case, accents, blanks and hyphens do not matter: "five-eyes" is FiveEyes.</summary>
    public Bloc? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = NameFolding.Key(text);
        if (wanted.Length == 0) return null;
        return All.FirstOrDefault(bloc => NameFolding.Key(bloc.Key) == wanted) ?? All.FirstOrDefault(bloc => NameFolding.Key(bloc.Name) == wanted);
    }

    /// <summary>These blocs and more.</summary>
    /// <param name="more">Blocs to add, for example of <see cref="BlocFile.Read"/>.</param>
    /// <param name="origin">The file they come from, for the message; may be left out.</param>
    /// <exception cref="InvalidInputException">A key or name is taken already.</exception>
    public BlocRegistry With(IEnumerable<Bloc> more, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(more);
        var merged = this;
        foreach (var bloc in more)
        {
            if ((merged.Find(bloc.Key) ?? merged.Find(bloc.Name)) is { } taken)
            {
                var at = origin is null ? "" : $"{Path.GetFileName(origin)}: ";
                throw new InvalidInputException($"{at}the bloc {bloc} cannot be added, because there is already a bloc {taken}; choose another key and name.");
            }

            merged = new BlocRegistry([.. merged.All.Append(bloc).OrderBy(other => other.Key, StringComparer.Ordinal)]);
        }

        return merged;
    }

    /// <summary>Builds the registry from the tables <see cref="StoreSchema.Blocs"/> and <see cref="StoreSchema.BlocMemberships"/>.</summary>
    /// <exception cref="ArgumentException">A table is of another schema, or a membership belongs to no bloc.</exception>
    public static BlocRegistry FromTables(TableData blocs, TableData memberships) => BlocTables.Read(blocs, memberships);

    /// <summary>The tables <see cref="StoreSchema.Blocs"/> and <see cref="StoreSchema.BlocMemberships"/>.</summary>
    public ImmutableArray<TableData> ToTables() => BlocTables.Write(this);
}
