using Entente.World;

namespace Entente.Models.Trade;

/// <summary>The economies that a user's tables name: a name that is a state in the year becomes that state, however it is spelled; any other name stays an economy of its own.</summary>
internal sealed class EconomyNames(WorldEdition world, int year)
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, BaselineEconomy> _economies = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _places;

    /// <summary>The economies, in the order of their keys, so that the order of rows changes nothing.</summary>
    public IReadOnlyCollection<BaselineEconomy> All => _economies.Values;

    /// <summary>Takes a name in.</summary>
    public void Add(string typed)
    {
        if (_keys.ContainsKey(typed)) return;
        var key = Key(typed, out var state);
        _keys[typed] = key;
        _economies.TryAdd(key, state is null ? new BaselineEconomy(typed, []) : new BaselineEconomy(state.Name, [state.Id]));
        _places = null;
    }

    /// <summary>The place of a name, −1 where no name taken in means the same.</summary>
    public int PlaceOf(string typed)
    {
        _places ??= _economies.Keys.Select((key, place) => (key, place)).ToDictionary(pair => pair.key, pair => pair.place, StringComparer.Ordinal);
        if (!_keys.TryGetValue(typed, out var key)) _keys[typed] = key = Key(typed, out _);
        return _places.GetValueOrDefault(key, -1);
    }

    private string Key(string typed, out World.States.State? state)
    {
        state = world.States.Find(typed, year);
        return state is null ? typed : state.Iso3 ?? state.Name;
    }
}
