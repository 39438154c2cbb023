using System.Collections.Immutable;
using Entente.Models.Figures;
using Entente.World.States;

namespace Entente.Briefing.Claims;

/// <summary>The rule of the verdict, and the sentences that give its reason.</summary>
internal static class VerdictWords
{
    public static (ClaimVerdict Verdict, string Why) Judge(ClaimComparison said, FigureAnswer answer, ImmutableArray<ClaimReading> readings, IReadOnlyList<State> named)
    {
        if (answer.WhyMissing is { } why)
        {
            var context = readings.Where(reading => reading.Standing is AlternativeStanding.Context or AlternativeStanding.Part).Take(3).Select(reading => $"{reading.Label}: {reading.Value}").ToList();
            return (ClaimVerdict.CannotBeChecked, $"{why.TrimEnd('.')}{(context.Count == 0 ? "" : $"; held is {string.Join("; ", context)}")}.");
        }

        var plain = readings.Where(reading => reading.Standing == AlternativeStanding.Plain && reading.Holds is not null).ToList();
        var wider = readings.Where(reading => reading.Standing == AlternativeStanding.Wider && reading.Holds is not null).ToList();
        var values = said.Kind is ComparisonKind.Includes or ComparisonKind.Excludes or ComparisonKind.ExactList ? Members(said.Kind, answer.States, named) : plain.Count == 1 ? plain[0].Text is { } answered ? $"The answer is '{answered}'" : $"The figure is {plain[0].Value}" : $"Plain readings give {Span(plain)}";
        var against = wider.Where(reading => reading.Holds == false).ToList();
        if (plain.All(reading => reading.Holds == true))
        {
            // A wider reading against a bound is worth a word; against a stated number it is the rule.
            var thinner = said.Kind != ComparisonKind.Bound || against.Count == 0 ? "" : $" It does not hold {Listed(against)}.";
            return (ClaimVerdict.Supported, $"{values}.{thinner}");
        }

        if (IsEnclosed(said, plain)) return (ClaimVerdict.Supported, $"{values}: the stated {said.Wording} lies among them, and none is further from it than {ClaimChecker.Closeness * 100:0} %.");
        if (plain.Any(reading => reading.Holds == true))
        {
            var (holds, fails) = (plain.Where(reading => reading.Holds == true).ToList(), plain.Where(reading => reading.Holds == false).ToList());
            return (ClaimVerdict.DependsOnDefinition, $"It holds {Listed(holds)}; it does not {Listed(fails)}.{(plain[0].Holds == false ? " The definition that the catalogue prefers does not bear it out." : "")}");
        }

        var reached = wider.Where(reading => reading.Holds == true).ToList();
        return reached.Count > 0
            ? (ClaimVerdict.DependsOnDefinition, $"{values}, which is not what is said; it holds only {Listed(reached)}.")
            : (ClaimVerdict.Contradicted, $"{values}{(wider.Count > 0 ? ", and no other reading bears the claim out" : "")}.");
    }

    /// <summary>Whether a stated number lies between plain readings that are all near it.</summary>
    private static bool IsEnclosed(ClaimComparison said, List<ClaimReading> plain)
    {
        if (said.Kind != ComparisonKind.Value || plain.Count < 2 || plain.Exists(reading => reading.Figure.IsMissing)) return false;
        var (low, high) = (plain.Min(reading => reading.Figure.Value), plain.Max(reading => reading.Figure.Value));
        var most = ClaimChecker.Closeness * Math.Abs(said.Stated);
        return low - said.Above <= said.Stated && said.Stated <= high + said.Below && said.Stated - low <= most && high - said.Stated <= most;
    }

    private static string Members(ComparisonKind kind, ImmutableArray<State> held, IReadOnlyList<State> named)
    {
        var (absent, present) = (named.Where(state => !held.Contains(state)).Select(state => state.Name).ToList(), named.Where(held.Contains).Select(state => state.Name).ToList());
        var others = held.Where(state => !named.Contains(state)).Select(state => state.Name).ToList();
        var list = FormattableString.Invariant($"The list has {held.Length} {(held.Length == 1 ? "state" : "states")}");
        return kind switch
        {
            ComparisonKind.Excludes => present.Count == 0 ? $"{list}, none of those named among them" : $"{list}, {string.Join(", ", present)} among them",
            ComparisonKind.Includes => absent.Count == 0 ? $"{list}, all those named among them" : $"{list} and lacks {string.Join(", ", absent)}",
            _ => absent.Count == 0 && others.Count == 0 ? $"{list}, those named"
                : $"{list}{(absent.Count > 0 ? $", lacks {string.Join(", ", absent)}" : "")}{(others.Count > 0 ? $", and has also {string.Join(", ", others.Take(6))}{(others.Count > 6 ? FormattableString.Invariant($" and {others.Count - 6} more") : "")}" : "")}",
        };
    }

    private static string Span(List<ClaimReading> readings)
    {
        if (readings.Exists(reading => reading.Text is not null || reading.Figure.IsMissing)) return string.Join(" or ", readings.Select(reading => reading.Value).Distinct(StringComparer.Ordinal));
        var low = readings.MinBy(reading => reading.Figure.Value)!;
        var high = readings.MaxBy(reading => reading.Figure.Value)!;
        return Numbers.Range(low.Figure.Value, high.Figure.Value, low.Figure.Unit);
    }

    private static string Listed(List<ClaimReading> readings) => string.Join(", ", readings.Take(4).Select(reading => $"with '{reading.Label}' ({reading.Value})")) + (readings.Count > 4 ? " …" : "");
}
