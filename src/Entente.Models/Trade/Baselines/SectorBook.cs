using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Models.Trade;

/// <summary>The cells of a sectoral table while it is read, with the row that each came from.</summary>
internal sealed class SectorBook(SectorFiles files, ImmutableArray<string> sectors, ImmutableArray<BaselineEconomy> economies, EconomyNames names)
{
    // A sector that is next to nothing in an economy may be all rounding.
    private const double Negligible = 1e-6;

    private readonly int _n = economies.Length, _sectors = sectors.Length;
    private readonly Dictionary<string, int> _places = sectors.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);

    /// <summary>Sector, exporter, importer.</summary>
    public double[] Trade { get; } = new double[sectors.Length * economies.Length * economies.Length];

    /// <summary>Economy, sector, sector that uses it.</summary>
    public double[] Use { get; } = new double[economies.Length * sectors.Length * sectors.Length];

    /// <summary>Economy, sector.</summary>
    public double[] Final { get; } = new double[economies.Length * sectors.Length];

    /// <summary>Takes in the table of trade.</summary>
    public void AddTrade(SectorRows rows)
    {
        var given = new long[Trade.Length];
        for (var r = 0; r < rows.Count; r++) Put(rows, r, (((_places[rows.Name(0, r)] * _n) + names.PlaceOf(rows.Name(1, r))) * _n) + names.PlaceOf(rows.Name(2, r)), Trade, given);
        for (var j = 0; j < _sectors; j++)
        {
            for (var i = 0; i < _n; i++)
            {
                if (given[(((j * _n) + i) * _n) + i] > 0 || (Sold(i, j) == 0 && Bought(i, j) == 0)) continue;
                throw new InvalidInputException($"{files.Trade}: {economies[i].Name} trades goods of the sector {sectors[j]} but its sales at home (exporter = importer) are missing; add the row, with 0 where it sells itself none.");
            }
        }
    }

    /// <summary>Takes in the tables of use and of final demand, where there are any.</summary>
    public void AddUses()
    {
        if (files.Use is { } use)
        {
            var rows = SectorRows.Read(use, "A table of use", ["economy", "sector", "used_by"]);
            var given = new long[Use.Length];
            for (var r = 0; r < rows.Count; r++)
            {
                var (i, j, k) = (Economy(rows, 0, r), Sector(rows, 1, r), Sector(rows, 2, r));
                if (rows.Value(r) > 0) RefuseUnsold(rows, r, i, j);
                if (rows.Value(r) > 0 && Sold(i, k) == 0) throw rows.At(r, $"{economies[i].Name} sells no goods of {sectors[k]}, so that this sector can use none; leave the row out or add what it sells to the table of trade");
                Put(rows, r, (((i * _sectors) + j) * _sectors) + k, Use, given);
            }

            RefuseAbsent(use, rows, "inputs");
        }

        if (files.Final is { } final)
        {
            var rows = SectorRows.Read(final, "A table of final demand", ["economy", "sector"]);
            var given = new long[Final.Length];
            for (var r = 0; r < rows.Count; r++)
            {
                var (i, j) = (Economy(rows, 0, r), Sector(rows, 1, r));
                if (rows.Value(r) > 0) RefuseUnsold(rows, r, i, j);
                Put(rows, r, (i * _sectors) + j, Final, given);
            }

            RefuseAbsent(final, rows, "final demand");
        }
    }

    /// <summary>Trade of all sectors together, exporter by importer.</summary>
    public double[] Aggregate()
    {
        var total = new double[_n * _n];
        for (var cell = 0; cell < Trade.Length; cell++) total[cell % total.Length] += Trade[cell];
        return total;
    }

    /// <summary>Holds uses against purchases and scales them to be equal, or takes final demand as what is left.</summary>
    /// <exception cref="InvalidInputException">They differ by more than rounding, or a sector uses more than it sells.</exception>
    public void Balance()
    {
        for (var i = 0; i < _n; i++)
        {
            var all = Enumerable.Range(0, _sectors).Sum(j => Bought(i, j));
            for (var j = 0; j < _sectors; j++) BalanceColumn(i, j, all);
            for (var k = 0; k < _sectors; k++)
            {
                var inputs = 0.0;
                for (var j = 0; j < _sectors; j++) inputs += Use[(((i * _sectors) + j) * _sectors) + k];
                if (inputs > 0 && !(inputs < Sold(i, k) * (1 - 1e-8))) throw new InvalidInputException($"{files.Use}: the sector {sectors[k]} of {economies[i].Name} uses inputs of {Number(inputs)} and sells {Number(Sold(i, k))}; nothing is left for its value added.");
            }

            if (Enumerable.Range(0, _sectors).All(j => Final[(i * _sectors) + j] == 0)) throw new InvalidInputException($"{files.Final ?? files.Use}: {economies[i].Name} has no final demand; an economy that consumes nothing has no real income.");
        }
    }

    private void BalanceColumn(int i, int j, double all)
    {
        var (bought, inputs) = (Bought(i, j), 0.0);
        for (var k = 0; k < _sectors; k++) inputs += Use[(((i * _sectors) + j) * _sectors) + k];
        var slack = Math.Max(SectorTableReader.Tolerance * bought, Negligible * all);
        ref var final = ref Final[(i * _sectors) + j];
        if (files.Final is null)
        {
            if (inputs > bought + slack) throw new InvalidInputException($"{files.Use}: {economies[i].Name} uses {Number(inputs)} of goods of {sectors[j]} and buys {Number(bought)}; inputs cannot be more than purchases.");
            final = Math.Max(0, bought - inputs);
        }
        else if (Math.Abs(inputs + final - bought) > slack)
        {
            var hint = files.Use is null ? "name also the table of use between sectors" : string.Create(CultureInfo.InvariantCulture, $"they may differ by {Tolerance} for rounding");
            throw new InvalidInputException($"{files.Final}: {economies[i].Name} buys {Number(bought)} of goods of {sectors[j]} ({files.Trade}), but inputs of {Number(inputs)} and final demand of {Number(final)} add up to {Number(inputs + final)}; {hint}.");
        }

        // All that is bought is used up, to the last bit: what is left of rounding is shared in proportion.
        if (inputs + final == 0) final = bought;
        else if (inputs + final != bought)
        {
            var factor = bought / (inputs + final);
            final *= factor;
            for (var k = 0; k < _sectors; k++) Use[(((i * _sectors) + j) * _sectors) + k] *= factor;
        }
    }

    private static string Tolerance => (SectorTableReader.Tolerance * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private void RefuseUnsold(SectorRows rows, int r, int i, int j)
    {
        if (Bought(i, j) == 0) throw rows.At(r, $"nobody sells goods of {sectors[j]} to {economies[i].Name} in {files.Trade}; add the trade, or leave the row out");
    }

    // No row at all is a hole in the table, not an economy that buys nothing.
    private void RefuseAbsent(string path, SectorRows rows, string what)
    {
        var held = Enumerable.Range(0, rows.Count).Select(r => names.PlaceOf(rows.Name(0, r))).ToHashSet();
        var absent = Enumerable.Range(0, _n).Where(i => !held.Contains(i)).Select(i => economies[i].Name).ToList();
        if (absent.Count > 0) throw new InvalidInputException($"{path} has no row of {BaselineChecks.Listed(absent)}; add {what}, with 0 where there is none.");
    }

    private static void Put(SectorRows rows, int r, int cell, double[] values, long[] given)
    {
        if (given[cell] > 0) throw rows.At(r, string.Create(CultureInfo.InvariantCulture, $"the same was given before, in row {given[cell]}; keep one of the two"));
        (values[cell], given[cell]) = (rows.Value(r), rows.Row(r));
    }

    private int Economy(SectorRows rows, int column, int r)
    {
        var place = names.PlaceOf(rows.Name(column, r));
        return place >= 0 ? place : throw rows.At(r, $"{rows.Name(column, r)} is no economy of {files.Trade}; use the same names in all tables");
    }

    private int Sector(SectorRows rows, int column, int r) => _places.TryGetValue(rows.Name(column, r), out var place) ? place
        : throw rows.At(r, $"{rows.Name(column, r)} is no sector of {files.Trade}: nobody sells its goods.{NearestWord.Hint(rows.Name(column, r), sectors).TrimEnd('.')}");

    private double Sold(int i, int j)
    {
        var sum = 0.0;
        foreach (var value in Trade.AsSpan(((j * _n) + i) * _n, _n)) sum += value;
        return sum;
    }

    private double Bought(int i, int j)
    {
        var sum = 0.0;
        for (var k = 0; k < _n; k++) sum += Trade[(((j * _n) + k) * _n) + i];
        return sum;
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
