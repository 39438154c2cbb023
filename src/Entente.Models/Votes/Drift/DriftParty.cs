using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.World;

namespace Entente.Models.Votes.Drift;

/// <summary>A party of the comparison: a state followed through its years, or a bloc with the members of the last year, so that an accession is not read as movement.</summary>
internal sealed class DriftParty
{
    private readonly DatedParty _dated;
    private readonly ImmutableArray<int> _members;

    public DriftParty(WorldEdition world, string text, int lastYear)
    {
        _dated = new DatedParty(world, text, lastYear);
        _members = _dated.SomeMembersIn(lastYear);
        Key = _members.Length == 1 && world.States[_members[0]] is { } state ? state.Iso3 ?? state.Abbreviation ?? state.Name : world.Blocs.Find(text)?.Key ?? text;
    }

    public string Label => _dated.Label;

    public string Key { get; }

    public bool IsState => _members.Length == 1;

    public int State => _members[0];

    public ImmutableArray<int> MembersIn(int year) => _members.Length > 1 ? _members : _dated.MembersIn(year);
}
