using System.Collections.Immutable;
using Entente.Briefing.Claims;
using Entente.Briefing.Document;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;

namespace Entente.Briefing;

/// <summary>A brief that can be written in every format: what it says, and its figures to be compared with later ones.</summary>
/// <remarks>A new kind of brief needs one more <c>Of</c>: its composer, and its figures.</remarks>
public sealed class ComposedBrief
{
    private ComposedBrief(Brief content, BriefFigures figures, BriefOptions options, BriefChanges? changes, Spread? gauge, string file) =>
        (Content, Figures, Options, Changes, Gauge, File) = (content, figures, options, changes, gauge, file);

    /// <summary>Its figures.</summary>
    public BriefFigures Figures { get; }

    /// <summary>What it says otherwise than the earlier brief; <see langword="null"/> where none was named.</summary>
    public BriefChanges? Changes { get; }

    internal Brief Content { get; }

    internal BriefOptions Options { get; }

    internal Spread? Gauge { get; }

    /// <summary>What kind of file a reader changes to make another.</summary>
    internal string File { get; }

    /// <summary>The brief of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">What the brief says about its making, and its house style.</param>
    /// <exception cref="World.InvalidInputException">The earlier brief is of another subject.</exception>
    public static ComposedBrief Of(Assessment assessment, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var making = options ?? BriefOptions.Default;
        return With(BriefComposer.Compose(assessment, making), BriefFigures.Of(assessment, making), making, assessment.Splits, "strategy", new SourceNumbers(assessment));
    }

    /// <summary>The brief of a what-if.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">What the brief says about its making, and its house style.</param>
    /// <exception cref="World.InvalidInputException">The earlier brief is of another subject.</exception>
    public static ComposedBrief Of(WhatIfAnswer answer, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var making = options ?? BriefOptions.Default;
        return With(WhatIfComposer.Compose(answer, making), BriefFigures.Of(answer, making), making, null, "what-if", new SourceNumbers(answer.Sources));
    }

    /// <summary>The brief of checked claims.</summary>
    /// <param name="check">The checked claims.</param>
    /// <param name="options">What the brief says about its making, and its house style.</param>
    /// <exception cref="World.InvalidInputException">The earlier brief is of another subject.</exception>
    public static ComposedBrief Of(ClaimsCheck check, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        var making = options ?? BriefOptions.Default;
        return With(ClaimsComposer.Compose(check, making), BriefFigures.Of(check, making), making, null, "claims", new SourceNumbers(check.Sources));
    }

    private static ComposedBrief With(Brief brief, BriefFigures figures, BriefOptions options, Spread? gauge, string file, SourceNumbers sources)
    {
        if (options.Earlier is not { } earlier) return new(brief, figures, options, null, gauge, file);
        var changes = BriefChanges.Of(earlier, figures);
        return new(brief with { Sections = brief.Sections.Insert(0, ChangesSection.Of(changes, key => sources.Of(ImmutableArray.Create(key)))) }, figures, options, changes, gauge, file);
    }
}
