using System.Collections.Immutable;
using Entente.World;
using Entente.World.Blocs;

namespace Entente.Models.Alignment;

/// <summary>A state or bloc followed through the years: its members are looked up anew for each, so that "Germany" is 260 in 1980 and 255 in 1995.</summary>
internal sealed class DatedParty
{
    private const int Earliest = 1816;
    private readonly WorldEdition _world;
    private readonly string _text;
    private readonly Party _anchor;
    private readonly Bloc? _bloc;

    /// <summary>Looks the party up in the last year of the span, or the last before it in which a bloc had members; what is meant there names the series.</summary>
    /// <exception cref="InvalidInputException">An unknown or ambiguous party, or a bloc that had no members by then.</exception>
    public DatedParty(WorldEdition world, string text, int lastYear)
    {
        (_world, _text) = (world, text);
        _anchor = Anchor(world, text, lastYear);
        _bloc = _anchor.IsBloc ? world.Blocs.Find(text) : null;
    }

    /// <summary>Name for people.</summary>
    public string Label => _anchor.Label;

    /// <summary>Short key.</summary>
    public string Key => _anchor.Key;

    /// <summary>Whether it is a bloc.</summary>
    public bool IsBloc => _anchor.IsBloc;

    /// <summary>The last year in which a text means a party, no later than a year: an ended bloc or state is asked about for the years that it had. The year itself where that cannot be told.</summary>
    public static int LastYear(WorldEdition world, string text, int atMost)
    {
        if (world.States.Find(text, atMost) is not null) return atMost;
        if (world.Blocs.Find(text) is { } bloc) return bloc.LastYear(atMost) ?? atMost;
        for (var year = atMost - 1; year >= Earliest; year--)
        {
            if (world.States.Find(text, year) is not null) return year;
        }

        return atMost;
    }

    /// <summary>Ids of the members in a year; none for a bloc that had none.</summary>
    public ImmutableArray<int> MembersIn(int year)
    {
        if (_bloc is not null) return _bloc.MembersIn(year);
        var then = _world.States.Find(_text, year);
        return then is null ? _anchor.Members : [then.Id];
    }

    /// <summary>Ids of the members in a year that must have some.</summary>
    /// <exception cref="InvalidInputException">A bloc had none; the sentence says when it had.</exception>
    public ImmutableArray<int> SomeMembersIn(int year) => WithoutMembers(year) is { } sentence ? throw new InvalidInputException(sentence) : MembersIn(year);

    /// <summary>Says that a bloc had no members in a year, and when it had; <see langword="null"/> where there are some.</summary>
    public string? WithoutMembers(int year) => _bloc is not null && _bloc.MembersIn(year).IsEmpty ? _bloc.WithoutMembers(year) : null;

    private static Party Anchor(WorldEdition world, string text, int lastYear)
    {
        if (world.States.Find(text, lastYear) is null && world.Blocs.Find(text)?.LastYear(lastYear) is { } year) return PartyResolver.Resolve(text, year, world.States, world.Blocs);
        try
        {
            return PartyResolver.Resolve(text, lastYear, world.States, world.Blocs);
        }
        catch (InvalidInputException) when (world.Blocs.Find(text) is null)
        {
            // A state that is gone by the last year ("GDR") is still a fair question: it then stands for itself in every year.
            var gone = world.States.Resolve(text);
            return new Party(gone.Name, gone.Iso3 ?? gone.Abbreviation ?? gone.Name, [gone.Id], false);
        }
    }
}
