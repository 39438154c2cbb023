using Entente.Briefing.Claims.Drafting;

namespace Entente.Briefing.Tests.Claims;

/// <summary>Hits, what was drafted, and what was labelled.</summary>
internal readonly record struct Rate(int Hits, int Drafted, int Labelled)
{
    public double Precision => Drafted == 0 ? double.NaN : (double)Hits / Drafted;

    public double Recall => Labelled == 0 ? double.NaN : (double)Hits / Labelled;

    public static Rate operator +(Rate a, Rate b) => new(a.Hits + b.Hits, a.Drafted + b.Drafted, a.Labelled + b.Labelled);
}

/// <summary>How well drafted claims agree with labelled ones.</summary>
/// <param name="Sentences">Sentences found to be checkable.</param>
/// <param name="Figures">Claims with the right figure and the right value; claims for which no figure is held do not count.</param>
/// <param name="Parameters">Filled parameters that are as labelled.</param>
internal sealed record DraftScore(Rate Sentences, Rate Figures, Rate Parameters)
{
    /// <summary>Scores the sentences; <paramref name="misses"/> takes a line for each that is not as labelled.</summary>
    public static DraftScore Of(IEnumerable<LabelledSentence> sentences, ClaimDrafter drafter, ICollection<string>? misses = null)
    {
        var total = new DraftScore(default, default, default);
        foreach (var sentence in sentences)
        {
            var drafted = drafter.OfText(sentence.Text, "sentence.txt", CancellationToken.None).Claims;
            var one = One(sentence, drafted);
            total = new DraftScore(total.Sentences + one.Sentences, total.Figures + one.Figures, total.Parameters + one.Parameters);
            if (misses is not null && (IsMiss(one.Sentences) || IsMiss(one.Figures) || IsMiss(one.Parameters))) misses.Add($"{sentence.Text}\n    labelled {string.Join(" | ", sentence.Claims.Select(Show))}\n    drafted  {string.Join(" | ", drafted.Select(Show))}");
        }

        return total;
    }

    private static DraftScore One(LabelledSentence sentence, IReadOnlyList<DraftedClaim> drafted)
    {
        var found = drafted.Count > 0;
        var sentences = new Rate(found && sentence.IsCheckable ? 1 : 0, found ? 1 : 0, sentence.IsCheckable ? 1 : 0);
        var labelled = sentence.Claims.Where(claim => claim.IsHeld).ToList();
        var held = drafted.Where(claim => claim.Figure is not null).ToList();
        var figures = new Rate(0, held.Count, labelled.Count);
        var parameters = new Rate(0, held.Sum(claim => claim.Parameters.Count(parameter => parameter.Value is not null)), labelled.Sum(claim => claim.Parameters.Count));
        foreach (var claim in labelled)
        {
            // Of claims with the same figure and value, the one that agrees best.
            var best = held.Where(other => other.Figure == claim.Figure && claim.HasValueOf(other)).OrderByDescending(other => Agreeing(claim, other)).FirstOrDefault();
            if (best is null) continue;
            held.Remove(best);
            figures += new Rate(1, 0, 0);
            parameters += new Rate(Agreeing(claim, best), 0, 0);
        }

        return new DraftScore(sentences, figures, parameters);
    }

    private static int Agreeing(LabelledClaim labelled, DraftedClaim drafted) => drafted.Parameters.Count(parameter => parameter.Value is { } value && labelled.Parameters.TryGetValue(parameter.Name, out var expected) && value == expected);

    private static bool IsMiss(Rate rate) => rate.Hits < rate.Drafted || rate.Hits < rate.Labelled;

    private static string Show(LabelledClaim claim) => $"{claim.Figure} {string.Join(' ', claim.Parameters.Select(pair => $"{pair.Key}={pair.Value}"))} value={claim.Value}";

    private static string Show(DraftedClaim claim) => $"{claim.Figure ?? "none"} {string.Join(' ', claim.Parameters.Select(parameter => $"{parameter.Name}={parameter.Value ?? "?"}"))} value={claim.Stated} [{claim.Quantity?.Kind} {claim.Quantity?.Value} {claim.Quantity?.Unit}]";
}
