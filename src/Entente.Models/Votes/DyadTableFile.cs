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

    private static int[] Places(int[] cells, int[] ids)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < ids.Length; i++) places.Add(ids[i], i);
        return Array.ConvertAll(cells, id => places[id]);
    }
}
