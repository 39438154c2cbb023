using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Economy;

/// <summary>Gathers rows of the table indicators from codes of the World Bank; groups of states and unknown codes are noted and passed over.</summary>
internal sealed class IndicatorRows(StateSystem states, ImportNotes notes)
{
    /// <summary>Why a row was passed over.</summary>
    public const string Aggregate = "group of states, not a state; row passed over";

    private readonly StateLookup _lookup = new(states, notes);
    private readonly Boxes _boxes = new();
    private readonly Dictionary<string, DuplicateGuard<(int State, int Year), double>> _guards = [];

    /// <summary>The rows.</summary>
    public TableData Table { get; } = new(StoreSchema.Indicators);

    /// <summary>Whether the code stands for a group of states; if so the row is noted.</summary>
    public bool PassOver(CsvRow row, string code)
    {
        if (!WorldBankCodes.IsAggregate(code)) return false;
        notes.Add(row, Aggregate, code);
        return true;
    }

    /// <summary>Adds a value.</summary>
    /// <param name="row">Where it stands.</param>
    /// <param name="field">Column it stands in.</param>
    /// <param name="indicator">Name in the store.</param>
    /// <param name="code">Code of the state.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="value">The value; must not be negative for the indicators of this room.</param>
    /// <returns>Whether a state has the code.</returns>
    public bool Add(CsvRow row, string field, string indicator, string code, int year, double value)
    {
        if (_lookup.Iso3(WorldBankCodes.ToIso3(code), year) is not { } state)
        {
            notes.Add(row, StateLookup.UnknownCode, code);
            return false;
        }

        if (value < 0 && indicator is (WorldBankSource.GdpCurrentUsd or WorldBankSource.GdpConstant2015Usd or WorldBankSource.Population))
        {
            throw row.Bad(field, $"{row.Raw(field)} is negative; {indicator} cannot be.");
        }

        if (!_guards.TryGetValue(indicator, out var guard)) _guards[indicator] = guard = new(notes, field, key => $"{indicator} of state {key.State} in {key.Year}");
        if (guard.IsNew(row, (state, year), value)) Table.Add(indicator, _boxes[state], _boxes[year], value);
        return true;
    }
}
