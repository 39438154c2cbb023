namespace Entente.Briefing.Claims;

/// <summary>What the data say of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>It holds under every plain reading of its words, or lies among them.</summary>
    Supported,

    /// <summary>It holds under no reading.</summary>
    Contradicted,

    /// <summary>It holds under some readings and not under others.</summary>
    DependsOnDefinition,

    /// <summary>What is held does not reach.</summary>
    CannotBeChecked,
}

/// <summary>Verdicts in words.</summary>
public static class ClaimVerdicts
{
    /// <summary>The verdict as people read it: "depends on the definition".</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="isPartial">Whether parts of a claim that cannot be checked are held.</param>
    public static string Words(ClaimVerdict verdict, bool isPartial = false) => verdict switch
    {
        ClaimVerdict.Supported => "supported",
        ClaimVerdict.Contradicted => "contradicted",
        ClaimVerdict.DependsOnDefinition => "depends on the definition",
        _ => isPartial ? "cannot be fully checked" : "cannot be checked",
    };

    /// <summary>The verdict of a claim of several parts: it falls with a part that is contradicted, and is no firmer than its weakest part.</summary>
    /// <param name="parts">Verdicts of the parts.</param>
    public static ClaimVerdict Of(IReadOnlyCollection<ClaimVerdict> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Contains(ClaimVerdict.Contradicted) ? ClaimVerdict.Contradicted
            : parts.Contains(ClaimVerdict.CannotBeChecked) ? ClaimVerdict.CannotBeChecked
            : parts.Contains(ClaimVerdict.DependsOnDefinition) ? ClaimVerdict.DependsOnDefinition : ClaimVerdict.Supported;
    }
}
