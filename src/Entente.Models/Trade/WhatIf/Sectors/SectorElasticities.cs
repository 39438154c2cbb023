using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.World;
using Entente.Models.Strategy.Files;

namespace Entente.Models.Trade.WhatIf;

/// <summary>The trade elasticity of each sector: its own distribution, or in every draw that of the one-sector model.</summary>
/// <param name="Own">A distribution for each sector; <see langword="null"/> where the sector takes the drawn elasticity of the one-sector model.</param>
/// <param name="Source">Where they come from, a clause.</param>
internal sealed record SectorElasticities(ImmutableArray<Distribution?> Own, string Source)
{
    // Far beyond the streams of assumptions and of shared effects.
    private const uint FirstStream = 4096;

    /// <summary>Whether any sector has an elasticity of its own.</summary>
    public bool AreOwn => Own.Any(own => own is not null);

    /// <summary>Reads what the question says.</summary>
    /// <exception cref="InvalidInputException">The table of elasticities is wrong or lacks a sector.</exception>
    public static SectorElasticities Read(SectorInput input, ImmutableArray<string> sectors)
    {
        if (input.ElasticityFile is { } path) return ReadTable(path, sectors);
        return double.IsNaN(input.Elasticity)
            ? new SectorElasticities([.. sectors.Select(_ => (Distribution?)null)], "that of the one-sector model, the same for all sectors of a draw")
            : new SectorElasticities([.. sectors.Select(_ => new PointMass(input.Elasticity))], "one number in the what-if file");
    }

    /// <summary>Fills the elasticities of a draw; each depends on the seed, the draw and the sector's place alone.</summary>
    public void Draw(ulong seed, int draw, double common, Span<double> thetas)
    {
        for (var j = 0; j < thetas.Length; j++)
        {
            if (Own[j] is not { } own)
            {
                thetas[j] = common;
                continue;
            }

            var stream = new CounterStream(seed, (ulong)draw, FirstStream + (uint)j);
            thetas[j] = own.Sample(ref stream);
        }
    }

    /// <summary>Fills the medians.</summary>
    public void Central(double common, Span<double> thetas)
    {
        for (var j = 0; j < thetas.Length; j++) thetas[j] = Own[j]?.Median ?? common;
    }

    private static SectorElasticities ReadTable(string path, ImmutableArray<string> sectors)
    {
        var rows = SectorRows.Read(path, "A table of elasticities", ["sector"], "elasticity");
        var (low, high) = (rows.Optional("low"), rows.Optional("high"));
        if (low is null != high is null) throw new InvalidInputException($"{path} has a column {(low is null ? "high" : "low")} without a column {(low is null ? "low" : "high")}; give both ends of the 90 % interval, or neither.");
        var own = new Distribution?[sectors.Length];
        for (var r = 0; r < rows.Count; r++)
        {
            var place = sectors.IndexOf(rows.Name(0, r));
            if (place < 0) throw rows.At(r, $"{rows.Name(0, r)} is no sector of the table of trade.{NearestWord.Hint(rows.Name(0, r), sectors).TrimEnd('.')}");
            if (own[place] is not null) throw rows.At(r, "the sector was given before; keep one of the two");
            own[place] = One(rows, r, low?[r] ?? double.NaN, high?[r] ?? double.NaN);
        }

        var missing = sectors.Where((_, j) => own[j] is null).ToList();
        if (missing.Count > 0) throw new InvalidInputException($"{path} has no elasticity of {BaselineChecks.Listed(missing)}; add a row for each sector.");
        return new SectorElasticities([.. own], $"your own table {Path.GetFileName(path)}");
    }

    private static Distribution One(SectorRows rows, int r, double low, double high)
    {
        var value = rows.Value(r);
        const double least = SectorInput.LeastElasticity, greatest = SectorInput.GreatestElasticity;
        if (value is < least or > greatest) throw rows.At(r, string.Create(CultureInfo.InvariantCulture, $"the elasticity is {value}; it must lie between {least} and {greatest}"));
        if (double.IsNaN(low) && double.IsNaN(high)) return new PointMass(value);
        if (!(low >= least && low < value && value < high && high <= greatest))
        {
            throw rows.At(r, string.Create(CultureInfo.InvariantCulture, $"low, elasticity and high are {low}, {value} and {high}; they must rise and lie between {least} and {greatest}, or low and high stay empty"));
        }

        return LogNormal.FromInterval(value, low, high, least, greatest);
    }
}
