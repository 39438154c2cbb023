using System.Collections.Immutable;
using Entente.World.Catalog;

namespace Entente.World.Figures;

/// <summary>The unit of a figure. Shares and probabilities are fractions in code and per cent on screen.</summary>
public enum Unit
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A count of things.</summary>
    Count,

    /// <summary>A fraction of a whole, 0 to 1.</summary>
    Share,

    /// <summary>A probability, 0 to 1.</summary>
    Probability,

    /// <summary>A relative change as a fraction: .01 is one per cent.</summary>
    RelativeChange,

    /// <summary>Current US dollars, billions.</summary>
    BillionUsd,

    /// <summary>Billion cubic metres.</summary>
    BillionCubicMetres,

    /// <summary>US dollars per million British thermal units.</summary>
    UsdPerMmbtu,

    /// <summary>A rank, 1 is the largest.</summary>
    Rank,

    /// <summary>A ratio of two like quantities.</summary>
    Ratio,
}

/// <summary>An interval around a figure, with the share of the probability that it is meant to hold.</summary>
/// <param name="Low">Lower end, included.</param>
/// <param name="High">Upper end, included.</param>
/// <param name="Level">Nominal probability, for example .9.</param>
public readonly record struct Interval(double Low, double High, double Level);

/// <summary>How a figure came about: measured, modelled or judged.</summary>
public enum Basis
{
    /// <summary>Computed from published data alone.</summary>
    Measured,

    /// <summary>The result of a model on measured data.</summary>
    Modelled,

    /// <summary>Rests on a stated judgement.</summary>
    Judgement,
}

/// <summary>What a figure rests on and what is missing from it. A missing cell is missing, never zero.</summary>
/// <param name="Statement">One clause for the reader, for example "192 common votes" or "14 of 209 partners missing".</param>
/// <param name="Held">How many cells were held, where that can be counted.</param>
/// <param name="Missing">How many cells are known to be missing, where that can be counted.</param>
/// <param name="MissingNames">Names of the missing parts, the weightiest first.</param>
public sealed record Coverage(string Statement, int? Held, int? Missing, ImmutableArray<string> MissingNames)
{
    /// <summary>A coverage that is a statement only.</summary>
    public static Coverage Of(string statement) => new(statement, null, null, []);
}

/// <summary>Where a figure came from: the sources (keys of the catalog), the query that made it, and what it rests on.</summary>
/// <param name="Sources">Keys of the catalog, in order of weight.</param>
/// <param name="Query">The query or computation, short and repeatable.</param>
/// <param name="Coverage">What it rests on and what is missing.</param>
public sealed record Provenance(ImmutableArray<string> Sources, string Query, Coverage Coverage)
{
    /// <summary>Documents that it rests on beside the sources of the catalog, such as a strategy or a case; see <see cref="DocumentSource"/>.</summary>
    public ImmutableArray<Source> Documents { get; init; } = [];

    /// <summary>The same with a document that it rests on too; the same where there is none.</summary>
    /// <param name="document">The document, or <see langword="null"/>.</param>
    public Provenance With(Source? document) => document is null ? this : this with { Documents = Documents.Add(document) };

    /// <summary>The provenance of an answer that is put together from others: the sources and documents of all, each once, and every name that is missing from one of them.</summary>
    /// <param name="query">The query of the whole.</param>
    /// <param name="statement">What the whole rests on; counts of the parts are not added up, because parts may share cells.</param>
    /// <param name="parts">The parts.</param>
    public static Provenance Together(string query, string statement, IEnumerable<Provenance> parts)
    {
        var all = parts.ToList();
        return new Provenance(
            [.. all.SelectMany(part => part.Sources).Distinct(StringComparer.Ordinal)], query,
            new Coverage(statement, null, null, [.. all.SelectMany(part => part.Coverage.MissingNames).Distinct(StringComparer.Ordinal)]))
        {
            Documents = [.. all.SelectMany(part => part.Documents).DistinctBy(document => document.Key)],
        };
    }
}

/// <summary>A number that a person sees: a value with its unit, its interval where it has one, and its provenance.</summary>
/// <param name="Label">What it is, as a noun phrase.</param>
/// <param name="Value">The value; <see cref="double.NaN"/> where it is missing.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Interval">The interval, where there is one.</param>
/// <param name="Basis">Measured, modelled or judged.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record Figure(string Label, double Value, Unit Unit, Interval? Interval, Basis Basis, Provenance Provenance)
{
    /// <summary>Whether there is no value to show.</summary>
    public bool IsMissing => double.IsNaN(Value);
}
