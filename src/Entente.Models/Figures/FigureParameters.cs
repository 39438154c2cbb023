using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Figures;

/// <summary>Parameters that several figures share, worded once.</summary>
internal static class FigureParameters
{
    public static readonly FigureParameter Year = new("year", FigureParameterKind.Year, "the calendar year");

    public static readonly FigureParameter Resolution = new("resolution", FigureParameterKind.Resolution, "the recorded vote: symbol of the text (A/RES/ES-11/7) or id");

    public static readonly FigureParameter Partner = new("partner", FigureParameterKind.StateOrBloc, "the state or bloc it trades with");

    public static readonly FigureParameter Trader = new("state", FigureParameterKind.StateOrBloc, "the state or bloc whose trade it is");

    public static FigureParameter State(string description, string name = "state") => new(name, FigureParameterKind.State, description);

    public static FigureParameter StateOrBloc(string name, string description) => new(name, FigureParameterKind.StateOrBloc, description);

    /// <summary>A word with a default; the first choice unless another is named.</summary>
    public static FigureParameter Choice(string name, string description, ImmutableArray<string> choices, string? standard = null) =>
        new(name, FigureParameterKind.Choice, description, standard ?? choices[0], IsRequired: false) { Choices = choices };

    public static FigureParameter Optional(string name, FigureParameterKind kind, string description, string? standard = null) => new(name, kind, description, standard, IsRequired: false);

    public static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
