using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.World;
using Entente.World.Blocs;

namespace Entente.Models.WorldMaps;

/// <summary>A state or bloc over a span in some years of which it may not exist: a bloc has no members before it was founded.</summary>
internal sealed class SpannedParty
{
    private readonly DatedParty _party;
    private readonly Bloc? _bloc;
    private readonly SortedSet<int> _seen = [];

    /// <summary>Looks the party up in the last year of the span in which it exists.</summary>
    /// <exception cref="InvalidInputException">An unknown or ambiguous party, or a bloc without members in the whole span.</exception>
    public SpannedParty(WorldEdition world, string text, int since, int until)
    {
        var bloc = world.Blocs.Find(text);
        var anchor = until;
        while (bloc is not null && anchor > since && bloc.MembersIn(anchor).IsEmpty) anchor--;
        // A bloc without members gets the resolver's sentence on when it had some, and what is unknown the one on near misses among states and blocs.
        if (bloc is null ? world.States.Find(text, anchor) is null && world.States.Find(text) is null : bloc.MembersIn(anchor).IsEmpty) _ = PartyResolver.Resolve(text, until, world.States, world.Blocs);
        _party = new DatedParty(world, text, anchor);
        _bloc = _party.IsBloc ? bloc : null;
    }

    /// <summary>Name for people.</summary>
    public string Label => _party.Label;

    /// <summary>Members in a year; empty for a bloc that had none.</summary>
    public ImmutableArray<int> MembersIn(int year)
    {
        var members = _bloc?.MembersIn(year) ?? _party.MembersIn(year);
        _seen.UnionWith(members);
        return members;
    }

    /// <summary>The party with all members seen so far.</summary>
    public WorldSubject Subject => new(Label, _party.Key, _party.IsBloc, [.. _seen]);
}
