using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Security.Hazards;

/// <summary>What a hazard rests on, in words.</summary>
internal static class HazardSentences
{
    public static string Basis(DisputeHazard hazard, HazardOutcome outcome, double modelRate, OwnRecord record, double factor, int year, ImmutableArray<int> seen)
    {
        var model = hazard.Models[(int)outcome];
        var end = outcome == HazardOutcome.War ? HazardOutcomes.LastWarYear : hazard.DataEnd;
        var own = record.Years == 0
            ? "the pair has no record in the data"
            : string.Create(CultureInfo.InvariantCulture, $"the pair's own {record.Count} in {record.Years} years put a factor of {factor:0.0#} on it");
        var carried = year - 1 > end
            ? string.Create(CultureInfo.InvariantCulture, $"; data end in {end}, so that {year - 1 - end} years are carried forward{(seen.IsEmpty ? "" : $", with the conflict of {seen[0]}{(seen.Length > 1 ? $"-{seen[^1]}" : "")} known")}")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{model.Events:N0} in {model.Observations:N0} dyad-years give {Percent(modelRate)} for a pair like this, and {own}{carried}.");
    }

    private static string Percent(double share) => share switch
    {
        >= .1 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %"),
        >= .001 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %"),
        >= .0001 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.000} %"),
    };
}
