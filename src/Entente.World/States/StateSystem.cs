using System.Collections.Immutable;

namespace Entente.World.States;

/// <summary>All states 1816 to today, and the way from any code or name to one of them.</summary>
public sealed class StateSystem
{
    /// <summary>Builds the system from its records.</summary>
    public StateSystem(ImmutableArray<State> all, ImmutableArray<Succession> successions)
    {
        All = all;
        Successions = successions;
    }

    /// <summary>Every state, non-member and territory, by id.</summary>
    public ImmutableArray<State> All { get; }

    /// <summary>Who followed whom.</summary>
    public ImmutableArray<Succession> Successions { get; }

    /// <summary>The state with this id.</summary>
    /// <exception cref="KeyNotFoundException">No state has the id: a defect of the store, not of the caller's input.</exception>
    public State this[int id] => throw new NotImplementedException();

    /// <summary>Whether a state has the id.</summary>
    public bool TryGet(int id, out State? state) => throw new NotImplementedException();

    /// <summary>Finds the one state meant by a code (COW number or abbreviation, ISO2, ISO3, M49 with a leading "M49:") or name.</summary>
    /// <param name="text">Code or name; case, accents and punctuation do not matter.</param>
    /// <param name="year">The year it is meant in, where known: "Germany" in 1935, 1955 and 1995 are three states.</param>
    /// <exception cref="InvalidInputException">Nothing or more than one state fits; the sentence lists near misses or the candidates.</exception>
    public State Resolve(string text, int? year = null) => throw new NotImplementedException();

    /// <summary>As <see cref="Resolve"/>, for importers: <see langword="null"/> where nothing or more than one fits.</summary>
    public State? Find(string text, int? year = null) => throw new NotImplementedException();

    /// <summary>The state that an ISO3 code of a trade or indicator file means in a year (RUS in 1975 is the Soviet Union, 365).</summary>
    public State? FindIso3(string iso3, int? year = null) => throw new NotImplementedException();
}
