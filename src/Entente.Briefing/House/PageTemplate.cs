using System.Globalization;
using System.Text.RegularExpressions;
using Entente.World;
using Fluid;
using Fluid.Values;

namespace Entente.Briefing.House;

/// <summary>The page of a brief as a Liquid template. What it writes comes encoded; an unknown name is refused with its place.</summary>
internal sealed class PageTemplate
{
    private const int MostSteps = 200_000;
    private static readonly FluidParser Parser = new();
    private static readonly Regex Place = new(@"\((\d+):(\d+)\)", RegexOptions.CultureInvariant);

    private readonly IFluidTemplate _template;
    private readonly string _text;
    private readonly string _file;

    private PageTemplate(IFluidTemplate template, string text, string file) => (_template, _text, _file) = (template, text, file);

    /// <exception cref="InvalidInputException">The text is no Liquid; the sentence names the place.</exception>
    public static PageTemplate Parse(string text, string file)
    {
        if (Parser.TryParse(text, out var template, out var error)) return new(template, text, file);
        var place = Place.Match(error) is { Success: true } match ? $", line {match.Groups[1].Value}, column {match.Groups[2].Value}" : "";
        var reason = Place.Replace(error.Split('\n')[0], "").Replace(" at ", "", StringComparison.Ordinal).TrimEnd('.', ' ');
        throw new InvalidInputException($"{file}{place}: this is not a valid Liquid template ({reason}); check the braces {{{{ }}}} and the tags {{% %}}.");
    }

    /// <summary>Renders the page.</summary>
    /// <param name="values">Names and what they stand for: text that is encoded, lists, groups.</param>
    /// <exception cref="InvalidInputException">The template uses a name that is not there, or does not end.</exception>
    public string Render(IReadOnlyDictionary<string, object> values)
    {
        string? unknown = null;
        void Miss(string name) => unknown ??= name;
        var options = new TemplateOptions
        {
            MaxSteps = MostSteps,
            CultureInfo = CultureInfo.InvariantCulture,
            Undefined = name =>
            {
                Miss(name);
                return ValueTask.FromResult<FluidValue>(NilValue.Instance);
            },
        };
        var context = new TemplateContext(options);
        foreach (var (name, value) in values) context.SetValue(name, Value(value, Miss));
        string page;
        try
        {
            page = _template.Render(context);
        }
        catch (Exception problem) when (problem is InvalidOperationException or FluidException or ArgumentException or FormatException)
        {
            throw new InvalidInputException($"{_file}: the template cannot be followed to its end ({problem.Message.TrimEnd('.')}).", problem);
        }

        if (unknown is not null) throw new InvalidInputException($"{_file}{PlaceOf(unknown)}: there is nothing called '{unknown}'; the names are {Names(values)}.");
        return page;
    }

    private string PlaceOf(string name)
    {
        var at = _text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return "";
        var before = _text.AsSpan(0, at);
        return FormattableString.Invariant($", line {before.Count('\n') + 1}, column {at - before.LastIndexOf('\n')}");
    }

    private static string Names(IReadOnlyDictionary<string, object> values) => string.Join(", ", values.SelectMany(pair => pair.Value is IReadOnlyDictionary<string, object> group ? group.Keys.Select(key => $"{pair.Key}.{key}") : [pair.Key]));

    private static FluidValue Value(object value, Action<string> miss) => value switch
    {
        string text => new StringValue(text, encode: false),
        IReadOnlyDictionary<string, object> group => new DictionaryValue(new NamedValues(group.ToDictionary(pair => pair.Key, pair => Value(pair.Value, miss)), miss)),
        IEnumerable<object> list => new ArrayValue([.. list.Select(item => Value(item, miss))]),
        _ => throw new ArgumentException($"A template takes no {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>A group of names that tells of one that it lacks, where Liquid would write nothing and say nothing.</summary>
    private sealed class NamedValues(Dictionary<string, FluidValue> values, Action<string> miss) : IFluidIndexable
    {
        // Liquid asks every group for these.
        private static readonly string[] Own = ["size", "first", "last"];

        public int Count => values.Count;

        public IEnumerable<string> Keys => values.Keys;

        public bool TryGetValue(string name, out FluidValue value)
        {
            if (values.TryGetValue(name, out value!)) return true;
            if (!Own.Contains(name)) miss(name);
            return false;
        }
    }
}
