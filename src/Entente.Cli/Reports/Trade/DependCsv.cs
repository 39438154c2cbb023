using System.Globalization;
using System.Text;
using Entente.Models.Trade;
using Entente.Models.Trade.Conduits;
using Entente.Models.Trade.Dependence;

namespace Entente.Cli.Reports.Trade;

/// <summary>A series of dependence as CSV: one row per year, flow and denominator; what is missing is empty.</summary>
internal static class DependCsv
{
    /// <summary>The names of the columns.</summary>
    public const string Header =
        "year,flow,denominator,share,with_partner_billion_usd,total_billion_usd,missing_partners,lower,proportional,upper,content,rank,partners,herfindahl,equivalent_partners,asymmetry";

    /// <summary>The whole file.</summary>
    public static string Text(DependenceSeries series, IndirectDependence? indirect)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (year, index) in series.Years.Select((year, index) => (year, index)))
        {
            foreach (var imports in new[] { true, false })
            {
                foreach (var denominator in Enum.GetValues<Denominator>()) Row(text, year, imports, denominator, imports && indirect is not null ? indirect.Years[index] : null);
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, DependenceYear year, bool imports, Denominator denominator, IndirectYear? indirect)
    {
        text.Append(CultureInfo.InvariantCulture, $"{year.Year},{(imports ? "imports" : "exports")},{DependReport.Key(denominator)}");
        if (year.Direct is not { } direct)
        {
            text.Append(',', Header.Count(letter => letter == ',') - 2).Append('\n');
            return;
        }

        var flow = imports ? direct.Imports : direct.Exports;
        var share = flow.Shares[(int)denominator];
        var through = indirect is { Shares.IsEmpty: false } ? indirect.Shares[(int)denominator] : null;
        var concentration = imports ? year.Imports : year.Exports;
        Real(text, share.Share);
        Real(text, share.NumeratorBillionUsd);
        Real(text, share.TotalBillionUsd);
        Whole(text, share.Coverage.Missing);
        foreach (var value in new[] { through?.Lower, through?.Proportional, through?.Upper, through?.Content }) Real(text, value);
        Whole(text, flow.Rank > 0 ? flow.Rank : null);
        Whole(text, flow.Partners);
        Real(text, concentration?.Herfindahl);
        Real(text, concentration?.Equivalent);
        Real(text, direct.Asymmetry);
        text.Append('\n');
    }

    private static void Real(StringBuilder text, double? value)
    {
        text.Append(',');
        if (value is { } number && double.IsFinite(number)) text.Append(number.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void Whole(StringBuilder text, int? value)
    {
        text.Append(',');
        if (value is { } number) text.Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
