using System.Globalization;

namespace Entente.Models.Figures;

/// <summary>Years in words.</summary>
internal static class YearSpans
{
    /// <summary>Years as spans: "2000-2020 and 2023"; a long list of single years is shortened to its ends.</summary>
    /// <param name="years">Ascending, each once.</param>
    public static string Words(IReadOnlyList<int> years)
    {
        var spans = new List<string>();
        for (var i = 0; i < years.Count; i++)
        {
            var first = years[i];
            while (i + 1 < years.Count && years[i + 1] == years[i] + 1) i++;
            spans.Add(first == years[i] ? first.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{first}-{years[i]}"));
        }

        if (spans.Count > 5) return FormattableString.Invariant($"{years.Count} years from {years[0]} to {years[^1]}");
        return spans.Count == 1 ? spans[0] : string.Join(", ", spans.Take(spans.Count - 1)) + " and " + spans[^1];
    }
}
