using System.Collections.Immutable;
using Entente.World.Blocs;

namespace Entente.Models.Figures;

/// <summary>Another set of states that a name may stand for.</summary>
/// <param name="Label">What is different.</param>
/// <param name="Standing">How near it is to the name.</param>
/// <param name="Party">The set.</param>
internal sealed record PartyReading(string Label, AlternativeStanding Standing, Party Party);

/// <summary>
/// What else a bloc may stand for. A bloc with dated members has relatives: blocs of a fixed list whose name begins with its own ("European Union of 27"). Who says "EU" leaves open which is meant, so its relatives are plain readings; who
/// says "EU27" has chosen, and the others are wider ones.
/// </summary>
internal static class PartyReadings
{
    // Published shares of "Europe" often count in the members of the European Economic Area, Switzerland and Türkiye (customs union): Norway 385, Iceland 395, Switzerland 225, Türkiye 640.
    private static readonly (string Bloc, string Label, ImmutableArray<int> States)[] Circles =
        [("EU", "with Switzerland, Norway, Iceland and Türkiye", [225, 385, 395, 640])];

    /// <summary>Other readings of a party, none equal to it or to each other; none for a state.</summary>
    /// <param name="call">The request.</param>
    /// <param name="party">The party as the request has it.</param>
    /// <param name="year">The year of its members.</param>
    public static ImmutableArray<PartyReading> Of(FigureCall call, Party party, int year)
    {
        if (!party.IsBloc || call.World.Blocs.Find(party.Key) is not { } bloc) return [];
        var all = call.World.Blocs.All;
        var root = bloc.IsFixed ? all.FirstOrDefault(other => !other.IsFixed && IsRelative(other, bloc)) ?? bloc : bloc;
        var found = new List<PartyReading>();
        foreach (var other in all.Where(other => other.Key != bloc.Key && (other.Key == root.Key || IsRelative(root, other))))
        {
            Add(other.IsFixed ? $"{other.Name} ({other.Key})" : FormattableString.Invariant($"members of the {other.Name} in {year}"), bloc.IsFixed ? AlternativeStanding.Wider : AlternativeStanding.Plain, other.MembersIn(year));
        }

        foreach (var (key, label, states) in Circles)
        {
            if (key == root.Key) Add($"{bloc.Key} {label}", AlternativeStanding.Wider, [.. party.Members.Union(states).Order()]);
        }

        if (!bloc.IsFixed)
        {
            var latest = bloc.Memberships.Any(membership => membership.Period.To is null) ? 9999 : year;
            Add("members of today", AlternativeStanding.Wider, bloc.MembersIn(latest));
        }

        return [.. found];

        void Add(string label, AlternativeStanding standing, ImmutableArray<int> members)
        {
            if (members.IsEmpty || members.SequenceEqual(party.Members) || found.Any(reading => reading.Party.Members.SequenceEqual(members))) return;
            found.Add(new PartyReading(label, standing, party with { Label = label, Members = members }));
        }
    }

    private static bool IsRelative(Bloc root, Bloc other) => other.IsFixed && other.Name.StartsWith(root.Name + " ", StringComparison.Ordinal);
}
