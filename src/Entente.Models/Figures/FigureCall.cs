using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Files;
using Entente.Models.Votes.Ballots;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Votes;

namespace Entente.Models.Figures;

/// <summary>A request that is checked, with its parameters resolved; what a computation works on.</summary>
internal sealed class FigureCall
{
    /// <summary>Years outside are typing mistakes: no table reaches further.</summary>
    public const int FirstYear = 1816, LastYear = 2100;

    private readonly ImmutableSortedDictionary<string, string> _given;
    private readonly List<(string Name, string Value)> _shown = [];

    private FigureCall(WorldEdition world, FigureDefinition definition, ImmutableSortedDictionary<string, string> given) =>
        (World, Definition, _given) = (world, definition, given);

    public WorldEdition World { get; }

    public FigureDefinition Definition { get; }

    /// <summary>Reads a request; every parameter is checked, so that a wrong one is told before anything is computed.</summary>
    /// <exception cref="InvalidInputException">The request is wrong.</exception>
    public static FigureCall Of(WorldEdition world, FigureRequest request)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(request);
        var definition = FigureCatalogue.Find(request.Key);
        ImmutableArray<string> names = [.. definition.Parameters.Select(parameter => parameter.Name)];
        foreach (var name in request.Parameters.Keys)
        {
            if (!names.Contains(name)) throw new InvalidInputException($"{definition.Key} has no parameter '{YamlScalar.Shorten(name)}'.{NearestWord.Hint(name, names)}");
        }

        foreach (var parameter in definition.Parameters)
        {
            if (parameter.IsRequired && !(request.Parameters.TryGetValue(parameter.Name, out var text) && text.Length > 0))
            {
                throw new InvalidInputException($"{definition.Key} needs {parameter.Name}, {parameter.Description}; for example: {definition.Key} {definition.Example}.");
            }
        }

        var call = new FigureCall(world, definition, request.Parameters);
        foreach (var parameter in definition.Parameters.OrderBy(parameter => parameter.Kind is FigureParameterKind.Year or FigureParameterKind.Month ? 0 : 1)) call.Resolve(parameter);
        call.RefuseTheSameTwice();
        return call;
    }

    /// <summary>Whether the request gives a parameter, so that it is no longer open.</summary>
    public bool IsGiven(string name) => _given.TryGetValue(name, out var text) && text.Length > 0;

    /// <summary>The parameter as typed, or its default; <see langword="null"/> where it is left out.</summary>
    public string? Text(string name) => IsGiven(name) ? _given[name] : Definition.Parameter(name)?.Default;

    /// <summary>A year.</summary>
    public int Year(string name = "year") => OptionalYear(name) ?? throw new InvalidOperationException($"{Definition.Key} has no year {name}.");

    /// <summary>A year, or <see langword="null"/> where it is left out.</summary>
    public int? OptionalYear(string name = "year") => Text(name) is { } text ? WholeYear(name, text) : null;

    /// <summary>A whole number above zero.</summary>
    public int Count(string name) => int.Parse(Text(name)!, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A word of a choice, in the spelling of the definition.</summary>
    public string Choice(string name) => Definition.Parameter(name)!.Choices.First(choice => string.Equals(choice, Text(name), StringComparison.OrdinalIgnoreCase));

    /// <summary>A state in the year of the request.</summary>
    public State State(string name) => World.States.Resolve(Text(name)!, When);

    /// <summary>A state or bloc in the year of the request.</summary>
    public Party Party(string name) => PartyResolver.Resolve(Text(name)!, When, World.States, World.Blocs);

    /// <summary>A bloc.</summary>
    public Bloc Bloc(string name) => World.Blocs.Find(Text(name)!) ?? throw new InvalidInputException(
        $"There is no bloc '{YamlScalar.Shorten(Text(name)!)}'.{NearestWord.Hint(Text(name)!, [.. World.Blocs.All.Select(bloc => bloc.Key)])}");

    /// <summary>A recorded vote: its position among all.</summary>
    public int Resolution(string name) => RollCallFinder.Find(World.Votes, Text(name)!, null);

    /// <summary>The year in which states and blocs are meant.</summary>
    public int When => OptionalYear() ?? OptionalYear("until") ?? (Definition.Parameter("resolution") is not null ? World.Votes.RollCalls[Resolution("resolution")].Date.Year : DefaultYear);

    private int DefaultYear => World.Votes.RollCalls is { IsEmpty: false } calls ? calls[^1].Date.Year : LastYear;

    /// <summary>A figure of this request.</summary>
    public Figure Figure(string label, double value, Provenance provenance, Interval? interval = null, Unit? unit = null, Basis basis = Basis.Measured) =>
        new(label, value, unit ?? Definition.Unit, interval, basis, provenance);

    /// <summary>The answer around a figure.</summary>
    public FigureAnswer Answer(Figure figure, string reading = "", IEnumerable<FigureAlternative>? alternatives = null) =>
        new(Definition, [.. _shown], reading, figure, [.. alternatives ?? []]) { Sources = [.. figure.Provenance.Sources.Distinct(StringComparer.Ordinal).Select(key => World.Catalog[key])] };

    /// <summary>An answer that is missing, with what is held beside it.</summary>
    /// <param name="why">Why, one sentence.</param>
    /// <param name="context">What is held instead.</param>
    /// <param name="label">What is missing; the title of the figure where left out.</param>
    public FigureAnswer Missing(string why, IEnumerable<FigureAlternative>? context = null, string? label = null) =>
        Answer(Figure(label ?? Definition.Title, double.NaN, new Provenance(Definition.Sources, Query, Coverage.Of("not held"))), "", context) with { WhyMissing = why };

    /// <summary>An answer that is missing because a year is not held, with the nearest years that are.</summary>
    /// <param name="what">What is not held: "goods trade".</param>
    /// <param name="held">The years that are held.</param>
    /// <param name="name">Name of the parameter that is the year.</param>
    public FigureAnswer MissingYear(string what, IEnumerable<int> held, string name = "year")
    {
        var year = Year(name);
        int[] years = [.. held.Where(other => other != year).Distinct().Order()];
        if (years.Length == 0) return Missing($"The store holds no {what}.");
        int[] near = [.. new[] { years.LastOrDefault(other => other < year), years.FirstOrDefault(other => other > year) }.Where(other => other > 0)];
        var context = near.Select(other => (Year: other, Answer: FigureCatalogue.Ask(World, With(name, FigureParameters.Text(other))))).Where(held => !held.Answer.IsMissing)
            .Select(held => new FigureAlternative(FormattableString.Invariant($"in {held.Year}"), AlternativeStanding.Context, held.Answer.Figure) { Text = held.Answer.Text, States = held.Answer.States });
        return Missing(FormattableString.Invariant($"The store holds no {what} of {year}; it holds {YearSpans.Words(years)}."), context);
    }

    /// <summary>The same request with another value of a parameter.</summary>
    public FigureRequest With(string name, string value) => new(Definition.Key, _given.SetItem(name, value));

    /// <summary>The request in words, for provenance.</summary>
    public string Query => $"{Definition.Key} {string.Join(", ", _shown.Select(pair => $"{pair.Name} {pair.Value}"))}";

    private void RefuseTheSameTwice()
    {
        var parties = _shown.Where(pair => Definition.Parameter(pair.Name)!.Kind is FigureParameterKind.State or FigureParameterKind.StateOrBloc);
        if (parties.GroupBy(pair => pair.Value).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InvalidInputException($"{string.Join(" and ", twice.Select(pair => pair.Name))} of {Definition.Key} are both {twice.Key}; name two different ones.");
        }
    }

    private void Resolve(FigureParameter parameter)
    {
        if (Text(parameter.Name) is not { Length: > 0 } text) return;
        var at = Definition.Parameters.IndexOf(parameter);
        var shown = parameter.Kind switch
        {
            FigureParameterKind.Year => WholeYear(parameter.Name, text).ToString(CultureInfo.InvariantCulture),
            FigureParameterKind.Month => Month(parameter.Name, text),
            FigureParameterKind.State => State(parameter.Name).Name,
            FigureParameterKind.StateOrBloc when parameter.Choices.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) is { } word => word,
            FigureParameterKind.StateOrBloc => Party(parameter.Name).Label,
            FigureParameterKind.Bloc => Bloc(parameter.Name).Name,
            FigureParameterKind.Resolution => Shown(World.Votes.RollCalls[Resolution(parameter.Name)]),
            FigureParameterKind.Choice => parameter.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidInputException($"{parameter.Name} of {Definition.Key} cannot be '{YamlScalar.Shorten(text)}'.{NearestWord.Hint(text, parameter.Choices)}"),
            FigureParameterKind.Indicator => World.IndicatorNames.Contains(text) ? text
                : throw new InvalidInputException($"There is no indicator '{YamlScalar.Shorten(text)}'.{NearestWord.Hint(text, World.IndicatorNames)}"),
            FigureParameterKind.Count => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? text
                : throw new InvalidInputException($"{parameter.Name} of {Definition.Key} is '{YamlScalar.Shorten(text)}'; write a whole number above zero."),
            _ => throw new NotSupportedException($"{parameter.Kind} is no kind of parameter."),
        };
        var place = _shown.FindIndex(pair => Definition.Parameters.IndexOf(Definition.Parameter(pair.Name)!) > at);
        _shown.Insert(place < 0 ? _shown.Count : place, (parameter.Name, shown));
    }

    private int WholeYear(string name, string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year
        : throw new InvalidInputException(FormattableString.Invariant($"{name} of {Definition.Key} is '{YamlScalar.Shorten(text)}'; write a year from {FirstYear} to {LastYear}, four digits."));

    private string Month(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : throw new InvalidInputException($"{name} of {Definition.Key} is '{YamlScalar.Shorten(text)}'; write a month as yyyy-mm.");

    private static string Shown(RollCall call) => call.Symbol.Length > 0 ? call.Symbol : call.VoteId;
}
