using System.Collections.Immutable;

namespace Entente.Models.Figures;

/// <summary>What may stand for a parameter of a figure.</summary>
public enum FigureParameterKind
{
    /// <summary>A state by any code or name.</summary>
    State,

    /// <summary>A bloc by key or name.</summary>
    Bloc,

    /// <summary>A state or a bloc.</summary>
    StateOrBloc,

    /// <summary>A calendar year, four digits.</summary>
    Year,

    /// <summary>A month, yyyy-mm.</summary>
    Month,

    /// <summary>One of the words of <see cref="FigureParameter.Choices"/>.</summary>
    Choice,

    /// <summary>A recorded vote: document symbol or id.</summary>
    Resolution,

    /// <summary>A state-year indicator by name.</summary>
    Indicator,

    /// <summary>A whole number above zero.</summary>
    Count,
}

/// <summary>A parameter of a figure.</summary>
/// <param name="Name">Its name, lower case: "partner".</param>
/// <param name="Kind">What may stand for it.</param>
/// <param name="Description">What it is, as a noun phrase.</param>
/// <param name="Default">What stands for it where the request leaves it open; <see langword="null"/> where it must be given or is left out.</param>
/// <param name="IsRequired">Whether the request must give it.</param>
public sealed record FigureParameter(string Name, FigureParameterKind Kind, string Description, string? Default = null, bool IsRequired = true)
{
    /// <summary>The words that are allowed: all of a choice, further ones beside states and blocs; empty for other kinds.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}
