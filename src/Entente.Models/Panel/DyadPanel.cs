using System.Collections.Immutable;

namespace Entente.Models.Panel;

/// <summary>Which pairs and years a panel has.</summary>
public sealed record DyadPanelOptions
{
    /// <summary>First year; default 1946.</summary>
    public int From { get; init; } = 1946;

    /// <summary>Last year; default 2010, the last with disputes in the coding of Gibler, Miller and Little.</summary>
    public int To { get; init; } = 2010;

    /// <summary>Only politically relevant pairs: contiguous (by land, or across at most 400 miles of water), or with a major power (Maoz and Russett 1993). Default true.</summary>
    public bool RelevantOnly { get; init; } = true;

    /// <summary>The coding of disputes: "gml" (to 2010) or "cow" (to 2014). Default "gml".</summary>
    public string Coding { get; init; } = "gml";

    /// <summary>The covariates to read; default all but votes and trade, which are missing for whole decades.</summary>
    public ImmutableArray<DyadCovariate> Covariates { get; init; } = [.. DyadCovariates.All.Where(covariate => covariate < DyadCovariate.VoteAgreement)];
}

/// <summary>
/// Undirected pairs of members of the state system by year, in columns; rows are sorted by pair and then by year. An outcome after the last year of its source, and a covariate that is not
/// held, are NaN.
/// </summary>
public sealed class DyadPanel
{
    internal DyadPanel(DyadPanelOptions options, PanelColumns columns)
    {
        (Options, A, B, Year, PeaceYears) = (options, columns.A, columns.B, columns.Year, columns.PeaceYears);
        (_covariates, _onsets) = (columns.Covariates, columns.Onsets);
        PairStarts = columns.PairStarts;
    }

    private readonly ImmutableDictionary<DyadCovariate, double[]> _covariates;
    private readonly Entente.World.Security.DisputeYear[] _onsets;

    /// <summary>What it was built with.</summary>
    public DyadPanelOptions Options { get; }

    /// <summary>Number of dyad-years, n.</summary>
    public int Rows => Year.Length;

    /// <summary>n lower state ids.</summary>
    public ReadOnlyMemory<int> A { get; }

    /// <summary>n higher state ids.</summary>
    public ReadOnlyMemory<int> B { get; }

    /// <summary>n years.</summary>
    public ReadOnlyMemory<int> Year { get; }

    /// <summary>n numbers of years since the last dispute began, or since both exist (from 1816).</summary>
    public ReadOnlyMemory<double> PeaceYears { get; }

    /// <summary>The first row of each pair, ascending, and n at the end.</summary>
    public ImmutableArray<int> PairStarts { get; }

    /// <summary>A column of n values; NaN where missing.</summary>
    /// <exception cref="ArgumentException">The panel was built without it.</exception>
    public ReadOnlyMemory<double> Covariate(DyadCovariate covariate) =>
        _covariates.TryGetValue(covariate, out var column) ? column : throw new ArgumentException($"The panel was built without {DyadCovariates.Name(covariate)}.", nameof(covariate));

    /// <summary>The disputes that began in a row's year; zeros where none did.</summary>
    internal ReadOnlySpan<Entente.World.Security.DisputeYear> Onsets => _onsets;

    /// <summary>The share of rows of each year in which a covariate is held.</summary>
    /// <returns>Years ascending; the share lies between 0 and 1.</returns>
    public ImmutableArray<(int Year, int Rows, double Held)> Coverage(DyadCovariate covariate)
    {
        var column = Covariate(covariate).Span;
        var (count, held) = (new int[Options.To - Options.From + 1], new int[Options.To - Options.From + 1]);
        for (var row = 0; row < Rows; row++)
        {
            var at = Year.Span[row] - Options.From;
            count[at]++;
            if (!double.IsNaN(column[row])) held[at]++;
        }

        return [.. Enumerable.Range(0, count.Length).Where(at => count[at] > 0).Select(at => (at + Options.From, count[at], held[at] / (double)count[at]))];
    }
}

internal sealed record PanelColumns(
    int[] A, int[] B, int[] Year, double[] PeaceYears, ImmutableDictionary<DyadCovariate, double[]> Covariates, Entente.World.Security.DisputeYear[] Onsets, ImmutableArray<int> PairStarts);
