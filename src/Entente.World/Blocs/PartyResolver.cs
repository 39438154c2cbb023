using System.Collections.Immutable;
using Entente.World.States;

namespace Entente.World.Blocs;

/// <summary>What a question is about: a state, or a bloc with its members in a year.</summary>
/// <param name="Label">Name for people: "China", "European Union of 28".</param>
/// <param name="Key">Short key: the ISO3 code, else the COW abbreviation or number, of a state; the key of a bloc.</param>
/// <param name="Members">Ids of the states, ascending: one for a state.</param>
/// <param name="IsBloc">Whether it is a bloc.</param>
public sealed record Party(string Label, string Key, ImmutableArray<int> Members, bool IsBloc)
{
    /// <inheritdoc />
    public bool Equals(Party? other) => other is not null && IsBloc == other.IsBloc && Key == other.Key && Label == other.Label && Members.AsSpan().SequenceEqual(other.Members.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Key, IsBloc, Members.Length);

    /// <inheritdoc />
    public override string ToString() => Label;
}

/// <summary>Finds what is meant where a state or a bloc may stand.</summary>
public static class PartyResolver
{
    /// <summary>Finds the state or bloc meant by a text in a year.</summary>
    /// <remarks>A state wins where the text is one of its codes or names, except that an entity outside the state system yields to a bloc of the same name: "EU" is the bloc with its members.</remarks>
    /// <param name="text">Code or name of a state, key or name of a bloc; case, accents and punctuation do not matter.</param>
    /// <param name="year">The year that state and members are meant in.</param>
    /// <param name="states">The states.</param>
    /// <param name="blocs">The blocs.</param>
    /// <exception cref="InvalidInputException">Nothing or more than one state fits, the state did not exist in the year, or the bloc had no members in it.</exception>
    public static Party Resolve(string text, int year, StateSystem states, BlocRegistry blocs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(blocs);
        var bloc = blocs.Find(text);
        if (bloc is null && states.IsKnown(text)) return OfState(states.Resolve(text, year));
        if (bloc is null) throw new InvalidInputException(Unknown(text, states, blocs));
        return states.Find(text, year) is { Kind: not StateKind.NonMember } state ? OfState(state) : OfBloc(bloc, year);
    }

    private static Party OfState(State state) => new(state.Name, state.Iso3 ?? state.Abbreviation ?? FormattableString.Invariant($"{state.Id}"), [state.Id], IsBloc: false);

    private static Party OfBloc(Bloc bloc, int year)
    {
        var members = bloc.MembersIn(year);
        return members.IsEmpty ? throw new InvalidInputException(bloc.WithoutMembers(year)) : new(bloc.Name, bloc.Key, members, IsBloc: true);
    }

    private static string Unknown(string text, StateSystem states, BlocRegistry blocs)
    {
        var keys = states.NearMissKeys.Select(entry => (entry.Key, Label: StateSentences.Label(entry.State)))
            .Concat(blocs.All.SelectMany(bloc => new[] { (NameFolding.Key(bloc.Key), bloc.ToString()), (NameFolding.Key(bloc.Name), bloc.ToString()) }));
        var near = NearMisses.Of(NameFolding.Key(text), keys);
        return near.Count > 0
            ? $"There is no state or bloc {StateSentences.Quote(text)}. Did you mean {StateSentences.Join(near, "or")}?"
            : $"There is no state or bloc {StateSentences.Quote(text)}; write a state (RUS, Russia, 365) or one of the blocs {string.Join(", ", blocs.All.Select(bloc => bloc.Key))}.";
    }
}
