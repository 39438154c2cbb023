using System.Collections.Immutable;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.States;

/// <summary>Imports the state system: cow_states.csv (Correlates of War), gw_states.csv (Gleditsch-Ward), iso_codes.csv (ISO 3166 and UN M49), joined and completed by the authored states.yaml.</summary>
/// <remarks>
/// The id of a state is its COW number, else minus its M49 number. An end on the last day of a file's edition (31 December 2016 in COW) means that the state was still a member then, and is stored as open.
/// Gleditsch-Ward numbers are turned into COW states; where one stands for two states in turn its dates are cut.
/// </remarks>
public static class StateSystemSource
{
    /// <summary>Key of the source in the catalog.</summary>
    public const string Key = "states";

    /// <summary>Reads the files and gives the tables <see cref="StoreSchema.States"/>, <see cref="StoreSchema.StatePeriods"/>, <see cref="StoreSchema.StateNames"/>, <see cref="StoreSchema.Successions"/>.</summary>
    /// <param name="folder">Folder with cow_states.csv, gw_states.csv and iso_codes.csv.</param>
    /// <param name="referenceFolder">Folder with states.yaml.</param>
    /// <exception cref="InvalidInputException">A file is missing or wrong, or the files do not fit together; the sentence names file and line.</exception>
    public static ImportResult Import(string folder, string referenceFolder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(referenceFolder);
        var notes = new List<ImportNote>();
        var reference = StateReference.Read(referenceFolder);
        var cow = CowMember.Read(folder);
        var iso = IsoEntry.Read(folder);
        var (periods, numbers) = GleditschWardMembers.Read(folder, reference, [.. cow.Keys], notes);
        var states = new StateJoin(reference, cow, iso, numbers).Run();
        foreach (var (state, _) in states.Where(entry => entry.Own?.StillMember == true && entry.State.Kind == StateKind.Member))
        {
            notes.Add(new ImportNote(CowMember.File, cow[state.Id].LastLine, "membership at the end of the edition, stored as open", state.Name));
        }

        return new ImportResult(Key, [StatesTable(states), PeriodsTable(states, periods), NamesTable(states), SuccessionsTable(reference, states)], [.. notes]);
    }

    /// <summary>Reads the files straight into a state system.</summary>
    /// <param name="folder">Folder with cow_states.csv, gw_states.csv and iso_codes.csv.</param>
    /// <param name="referenceFolder">Folder with states.yaml.</param>
    /// <exception cref="InvalidInputException">As <see cref="Import"/>.</exception>
    public static StateSystem Read(string folder, string referenceFolder)
    {
        var tables = Import(folder, referenceFolder).Tables;
        return StateSystem.FromTables(tables[0], tables[1], tables[2], tables[3]);
    }

    private static TableData StatesTable(ImmutableArray<(State State, CowMember? Own)> states)
    {
        var table = new TableData(StoreSchema.States);
        foreach (var (s, _) in states) table.Add(s.Id, s.Name, s.Abbreviation, s.Iso3, s.Iso2, s.M49, s.GleditschWard, StateTables.Word(s.Kind), s.Region);
        return table;
    }

    private static TableData PeriodsTable(ImmutableArray<(State State, CowMember? Own)> states, ILookup<int, Period> gleditschWard)
    {
        var table = new TableData(StoreSchema.StatePeriods);
        foreach (var (state, _) in states)
        {
            foreach (var period in state.Existence) table.Add(state.Id, "cow", period.From, period.To);
            foreach (var period in gleditschWard[state.Id].OrderBy(period => period.From)) table.Add(state.Id, "gw", period.From, period.To);
        }

        return table;
    }

    private static TableData NamesTable(ImmutableArray<(State State, CowMember? Own)> states)
    {
        var table = new TableData(StoreSchema.StateNames);
        foreach (var (state, _) in states)
        {
            var codes = state.OtherCodes.Concat(state.Aliases.Select(alias => new StateCode("name", alias)));
            foreach (var code in codes.OrderBy(code => code.System, StringComparer.Ordinal).ThenBy(code => code.Value, StringComparer.Ordinal)) table.Add(state.Id, code.System, code.Value);
        }

        return table;
    }

    private static TableData SuccessionsTable(StateReference reference, ImmutableArray<(State State, CowMember? Own)> states)
    {
        var known = states.Select(entry => entry.State.Id).ToHashSet();
        var seen = new HashSet<(int, int)>();
        foreach (var (place, succession) in reference.Successions)
        {
            if (!known.Contains(succession.Predecessor)) throw place.Bad($"there is no state {succession.Predecessor} to follow");
            if (!known.Contains(succession.Successor)) throw place.Bad($"there is no state {succession.Successor} to be a successor");
            if (!seen.Add((succession.Predecessor, succession.Successor))) throw place.Bad($"{succession.Successor} follows {succession.Predecessor} a second time");
        }

        var table = new TableData(StoreSchema.Successions);
        foreach (var (_, s) in reference.Successions.OrderBy(entry => entry.Succession.Predecessor).ThenBy(entry => entry.Succession.Successor)) table.Add(s.Predecessor, s.Successor, s.Date, s.Rule);
        return table;
    }
}
