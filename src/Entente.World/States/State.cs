using System.Collections.Immutable;

namespace Entente.World.States;

/// <summary>What kind of entity a <see cref="State"/> record describes.</summary>
public enum StateKind
{
    /// <summary>A member of the state system of the Correlates of War project.</summary>
    Member,

    /// <summary>A political entity outside the state system: Palestine, the European Union, the Holy See.</summary>
    NonMember,

    /// <summary>A territory or customs area that trade statistics report apart: Hong Kong, Aruba.</summary>
    Territory,
}

/// <summary>A span of days, both ends included; an open end means "until today".</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or <see langword="null"/> while it lasts.</param>
public readonly record struct Period(DateOnly From, DateOnly? To)
{
    /// <summary>Whether the day lies in the span.</summary>
    public bool Contains(DateOnly day) => day >= From && (To is null || day <= To);

    /// <summary>Whether any day of the year lies in the span.</summary>
    public bool Touches(int year) => From.Year <= year && (To is null || To.Value.Year >= year);
}

/// <summary>A further code of a state: one it had in its time or that data files use for it (SUN and USSR's M49 810 for Russia, DEU for West Germany).</summary>
/// <param name="System">"iso3", "iso2", "m49" or "gw".</param>
/// <param name="Value">The code.</param>
public readonly record struct StateCode(string System, string Value);

/// <summary>A state of the world with its codes and dated existence. Equality is by <see cref="Id"/>.</summary>
/// <remarks>
/// <see cref="Id"/> is the Correlates of War number where there is one, else the negative of the UN M49 number.
/// Russia continues the Soviet Union and the Empire (365); the two Germanies (260, 265) and Germany (255) are three states.
/// </remarks>
public sealed record State
{
    /// <summary>COW number, or minus the M49 number for what the COW system does not list.</summary>
    public required int Id { get; init; }

    /// <summary>The usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>COW three-letter abbreviation, where there is one ("USA", "UKG").</summary>
    public string? Abbreviation { get; init; }

    /// <summary>ISO 3166-1 alpha-3; XKX for Kosovo; historic codes (DDR, CSK, YMD) only for states that are gone. No two states have the same; see also <see cref="OtherCodes"/>.</summary>
    public string? Iso3 { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Iso2 { get; init; }

    /// <summary>UN M49 number.</summary>
    public int? M49 { get; init; }

    /// <summary>Gleditsch-Ward number, where it exists.</summary>
    public int? GleditschWard { get; init; }

    /// <summary>Member, non-member or territory.</summary>
    public required StateKind Kind { get; init; }

    /// <summary>UN region name, where known.</summary>
    public string? Region { get; init; }

    /// <summary>When it was a member of the state system (COW), oldest first; empty for non-members and territories.</summary>
    public ImmutableArray<Period> Existence { get; init; } = [];

    /// <summary>Other names it is known by.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Codes besides those above; unlike <see cref="Iso3"/> they may be shared with another state of another time.</summary>
    public ImmutableArray<StateCode> OtherCodes { get; init; } = [];

    /// <summary>Whether it was a member of the state system on any day of the year; always true for non-members and territories, whose dates are not kept.</summary>
    public bool ExistsIn(int year) => Existence.IsEmpty || Existence.Any(period => period.Touches(year));

    /// <inheritdoc />
    public bool Equals(State? other) => other is not null && Id == other.Id;

    /// <inheritdoc />
    public override int GetHashCode() => Id;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>One state following another: the rule by which a series continues.</summary>
/// <param name="Predecessor">Id of the state before.</param>
/// <param name="Successor">Id of the state after.</param>
/// <param name="Date">The first day of the successor.</param>
/// <param name="Rule">What carries over, in one sentence.</param>
public sealed record Succession(int Predecessor, int Successor, DateOnly Date, string Rule);
