using System.Collections.Immutable;
using Entente.World;
using Entente.World.Blocs;

namespace Entente.Models.Alignment;

/// <summary>A state or bloc followed through the years: its members are looked up anew for each, so that "Germany" is 260 in 1980 and 255 in 1995.</summary>
internal sealed class DatedParty
{
    private readonly WorldEdition _world;
    private readonly string _text;
    private readonly Party _anchor;

    /// <summary>Looks the party up in the last year of the span; what is meant there names the series.</summary>
    /// <exception cref="InvalidInputException">An unknown or ambiguous party.</exception>
    public DatedParty(WorldEdition world, string text, int lastYear)
    {
        (_world, _text) = (world, text);
        try
        {
            _anchor = PartyResolver.Resolve(text, lastYear, world.States, world.Blocs);
        }
        catch (InvalidInputException)
        {
            // A state that is gone by the last year ("GDR") is still a fair question: it then stands for itself in every year.
            var gone = world.States.Resolve(text);
            _anchor = new Party(gone.Name, gone.Iso3 ?? gone.Abbreviation ?? gone.Name, [gone.Id], false);
        }
    }

    /// <summary>Name for people.</summary>
    public string Label => _anchor.Label;

    /// <summary>Short key.</summary>
    public string Key => _anchor.Key;

    /// <summary>Whether it is a bloc.</summary>
    public bool IsBloc => _anchor.IsBloc;

    /// <summary>Ids of the members in a year.</summary>
    public ImmutableArray<int> MembersIn(int year)
    {
        if (_anchor.IsBloc) return PartyResolver.Resolve(_text, year, _world.States, _world.Blocs).Members;
        var then = _world.States.Find(_text, year);
        return then is null ? _anchor.Members : [then.Id];
    }
}
