namespace Entente.World.Sources.Votes;

/// <summary>A roll call as an importer gathers it, before it gets its number.</summary>
internal sealed record RollCallRecord
{
    /// <summary>Id in the source.</summary>
    public required string VoteId { get; init; }

    /// <summary>Day of the vote.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Regular session number or emergency session ("ES-11").</summary>
    public required string Session { get; init; }

    /// <summary>Document symbol; empty where the source gives none.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bibliographic label.</summary>
    public string? Title { get; init; }

    /// <summary>How the label was found.</summary>
    public required string TitleQuality { get; init; }

    /// <summary>Published counts of yes, no and abstentions.</summary>
    public (int? Yes, int? No, int? Abstain) Published { get; init; }

    /// <summary>Middle East, nuclear, disarmament, human rights, colonialism, economic.</summary>
    public bool?[] Issues { get; init; } = new bool?[6];

    /// <summary>Important vote by the US State Department.</summary>
    public bool? Important { get; init; }

    /// <summary>Vote on an amendment.</summary>
    public bool? Amendment { get; init; }

    /// <summary>Vote on a paragraph.</summary>
    public bool? Paragraph { get; init; }

    /// <summary>Record number of the UN Digital Library.</summary>
    public string? LibraryRecord { get; init; }

    /// <summary>Number in Voeten's files.</summary>
    public int? Rcid { get; init; }

    /// <summary>Where the roll call stands.</summary>
    public required (string File, int Line) Place { get; init; }
}
