using System.Collections.Immutable;
using Entente.World;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Models.Figures;

/// <summary>Members of blocs.</summary>
internal static class BlocAnswers
{
    /// <summary>The members at the end of a year.</summary>
    public static FigureAnswer Members(FigureCall call)
    {
        var (bloc, year) = (call.Bloc("bloc"), call.Year());
        var members = bloc.MembersIn(year);

        // A bloc that did not exist has no members to count; the sentence of the resolver says when it had.
        if (members.IsEmpty) throw new InvalidInputException(FormattableString.Invariant($"{bloc} had no members at the end of {year}; it has had members since {bloc.Memberships.Min(membership => membership.Period.From):yyyy-MM-dd}{End(bloc)}."));
        ImmutableArray<State> states = [.. members.Select(id => call.World.States[id]).OrderBy(state => state.Name, StringComparer.Ordinal)];
        return call.Answer(call.Figure($"members of {bloc.Name} at the end of {year}", states.Length, Provenance(call))) with { States = states };
    }

    /// <summary>Whether a state is a member.</summary>
    public static FigureAnswer Membership(FigureCall call)
    {
        var (state, bloc) = (call.State("state"), call.Bloc("bloc"));
        var spells = bloc.Memberships.Where(membership => membership.StateId == state.Id).Select(membership => FormattableString.Invariant($"from {membership.Period.From:yyyy-MM-dd}{(membership.Period.To is { } to ? FormattableString.Invariant($" to {to:yyyy-MM-dd}") : "")}")).ToList();
        var provenance = Provenance(call) with { Coverage = Coverage.Of(bloc.IsFixed ? "a fixed list, the same in every year" : spells.Count == 0 ? $"{state.Name} never was a member" : $"member {string.Join(" and ", spells)}") };
        return call.Answer(call.Figure($"membership of {state.Name} in {bloc.Name} at the end of {call.Year()}", double.NaN, provenance)) with { Text = bloc.MembersIn(call.Year()).Contains(state.Id) ? "yes" : "no" };
    }

    private static Provenance Provenance(FigureCall call) =>
        new(["entente-blocs"], FormattableString.Invariant($"members on 31 December {call.Year()}"), Coverage.Of($"dates from: {call.Bloc("bloc").Source}"));

    private static string End(World.Blocs.Bloc bloc) =>
        bloc.Memberships.Any(membership => membership.Period.To is null) ? "" : FormattableString.Invariant($" to {bloc.Memberships.Max(membership => membership.Period.To!.Value):yyyy-MM-dd}");
}
