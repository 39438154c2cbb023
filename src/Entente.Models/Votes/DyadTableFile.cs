using Entente.Numerics.Similarity;
using Entente.World.States;
using Entente.World.Store;

namespace Entente.Models.Votes;

/// <summary>The columns of a <see cref="DyadTable"/> as a file.</summary>
public static class DyadTableFile
{
    /// <summary>The name of a measure in files and JSON.</summary>
    public static string NameOf(SimilarityMeasure measure) => measure switch
    {
        SimilarityMeasure.Identical => "identical_votes",
        SimilarityMeasure.Agreement => "agreement",
        SimilarityMeasure.SAbsolute => "s",
        SimilarityMeasure.SSquared => "s_squared",
        SimilarityMeasure.KappaNominal => "kappa_nominal",
        SimilarityMeasure.KappaLinear => "kappa_linear",
        SimilarityMeasure.KappaQuadratic => "kappa_quadratic",
        SimilarityMeasure.PiNominal => "pi_nominal",
        SimilarityMeasure.PiLinear => "pi_linear",
        SimilarityMeasure.PiQuadratic => "pi_quadratic",
        SimilarityMeasure.TauB => "tau_b",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };

    /// <summary>
    /// The columns: period ("1985", or the session), year, a and b (state ids), their codes (ISO3, else the COW abbreviation), the common votes, every measure on all selected roll calls, then common votes and
    /// every measure once more on the contested ones, with the ending "_contested".
    /// </summary>
    public static IReadOnlyList<FileColumn> Columns(DyadTable table, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(states);
        var ids = table.A.AsSpan().ToArray().Concat(table.B).Distinct().Order().ToArray();
        string?[] codes = [.. ids.Select(id => states.TryGet(id, out var state) ? state!.Iso3 ?? state.Abbreviation : null)];
        var columns = new List<FileColumn>
        {
            FileColumn.Texts("period", [.. table.Periods.Select(period => period.Label)], table.PeriodOf),
            FileColumn.Integers("year", Array.ConvertAll(table.PeriodOf, period => table.Periods[period].Year)),
            FileColumn.Integers("a", table.A),
            FileColumn.Integers("b", table.B),
            FileColumn.Texts("a_code", codes, Places(table.A, ids)),
            FileColumn.Texts("b_code", codes, Places(table.B, ids)),
        };
        foreach (var scope in Enum.GetValues<RollCallScope>())
        {
            var ending = scope == RollCallScope.Contested ? "_contested" : string.Empty;
            columns.Add(FileColumn.Integers($"common_votes{ending}", table.Measures.CommonVotes(scope)));
            foreach (var measure in Enum.GetValues<SimilarityMeasure>()) columns.Add(FileColumn.Reals($"{NameOf(measure)}{ending}", table.Measures.Column(measure, scope)));
        }

        return columns;
    }

    /// <summary>What the columns of <see cref="Columns"/> are, for a codebook.</summary>
    public static IReadOnlyList<ColumnMeaning> Meanings()
    {
        var meanings = new List<ColumnMeaning>
        {
            new("period", "calendar year, or session", "label"), new("year", "calendar year", "year"), new("a", "the state with the smaller id", "state id (COW number)"), new("b", "the other state", "state id (COW number)"),
            new("a_code", "code of a", "ISO3, else the COW abbreviation"), new("b_code", "code of b", "ISO3, else the COW abbreviation"),
        };
        foreach (var scope in Enum.GetValues<RollCallScope>())
        {
            var (ending, of) = scope == RollCallScope.Contested ? ("_contested", "contested roll calls") : ("", "all selected roll calls");
            meanings.Add(new($"common_votes{ending}", $"{of} on which both voted yes, no or abstained", "count"));
            foreach (var measure in Enum.GetValues<SimilarityMeasure>()) meanings.Add(new($"{NameOf(measure)}{ending}", $"{What(measure)}, {of}", measure is SimilarityMeasure.Identical or SimilarityMeasure.Agreement ? "0 to 1" : "−1 to 1"));
        }

        return meanings;
    }

    private static string What(SimilarityMeasure measure) => measure switch
    {
        SimilarityMeasure.Identical => "share of identical votes",
        SimilarityMeasure.Agreement => "mean of 1 for the same vote, .5 where one abstained, 0 for yes against no",
        SimilarityMeasure.SAbsolute => "S by absolute distances (Signorino and Ritter 1999)",
        SimilarityMeasure.SSquared => "S by squared distances",
        SimilarityMeasure.KappaNominal => "Cohen's kappa, nominal",
        SimilarityMeasure.KappaLinear => "Cohen's kappa, linear weights",
        SimilarityMeasure.KappaQuadratic => "Cohen's kappa, quadratic weights",
        SimilarityMeasure.PiNominal => "Scott's pi, nominal",
        SimilarityMeasure.PiLinear => "Scott's pi, linear weights",
        SimilarityMeasure.PiQuadratic => "Scott's pi, quadratic weights",
        SimilarityMeasure.TauB => "Kendall's tau-b",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };

    private static int[] Places(int[] cells, int[] ids)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < ids.Length; i++) places.Add(ids[i], i);
        return Array.ConvertAll(cells, id => places[id]);
    }
}
