namespace Entente.Briefing;

/// <summary>What a brief says about its own making; nothing here changes a figure.</summary>
public sealed record BriefOptions
{
    /// <summary>The options of a brief that knows nothing of its making.</summary>
    public static BriefOptions Default { get; } = new();

    /// <summary>The command that makes the same brief again; left out where <see langword="null"/> (the default).</summary>
    public string? CommandLine { get; init; }

    /// <summary>Version of the program; the version of this library where <see langword="null"/> (the default).</summary>
    public string? Version { get; init; }

    /// <summary>Name, date or hash of the edition of the store; left out where <see langword="null"/> (the default).</summary>
    public string? StoreEdition { get; init; }

    /// <summary>Day to print on the brief; none by default, so that the same inputs give the same bytes.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>House style of HTML and PDF; that of the program by default.</summary>
    public HouseStyle House { get; init; } = HouseStyle.Shipped;

    /// <summary>Figures of an earlier brief to compare with; none by default.</summary>
    public BriefFigures? Earlier { get; init; }

    internal string VersionText => Version ?? typeof(BriefOptions).Assembly.GetName().Version?.ToString(3) ?? "unknown";
}
