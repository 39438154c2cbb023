using System.Globalization;
using System.Text.Json;
using Entente.Briefing;
using Entente.World.Figures;

namespace Entente.Cli.Assistants;

/// <summary>Answers in a line or two, for the assistant to begin with; the figures are those of the JSON.</summary>
internal static class AnswerText
{
    /// <summary>Sources that are named in the text; all stand in the answer.</summary>
    private const int MostSources = 6;

    public static string State(JsonElement answer)
    {
        var blocs = answer.GetProperty("blocs").EnumerateArray().Select(bloc => bloc.Text("key"));
        return $"{answer.Text("name")} ({answer.Text("kind").Replace('_', ' ')}), id {answer.GetProperty("id").GetInt32()}. Blocs of {answer.Year()}: {Listed(blocs)}.";
    }

    public static string Alignment(JsonElement answer)
    {
        var what = $"{answer.Text("a")} and {answer.Text("b")}, {answer.Text("measure")} on {answer.Text("on")}";
        if (!answer.GetProperty("years").EnumerateArray().Any(year => year.TryGetProperty("value", out _))) return $"{what}: the distances are in 'years'.";
        var held = answer.GetProperty("years").EnumerateArray().Where(year => year.Real("value") is not null).ToList();
        if (held.Count == 0) return $"{what}: no year of the span can be answered.";
        var ends = held.Count == 1 ? held : [held[0], held[^1]];
        return $"{what}: {string.Join("; ", ends.Select(Year))}.";

        static string Year(JsonElement year)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"{year.Year()} {year.Real("value"):0.00}");
            return year.TryGetProperty("interval", out var interval) && interval.ValueKind == JsonValueKind.Object
                ? string.Create(CultureInfo.InvariantCulture, $"{value} (90 % {interval.Real("low"):0.00} to {interval.Real("high"):0.00})")
                : value;
        }
    }

    public static string Dependence(JsonElement answer)
    {
        if (answer.TryGetProperty("answer", out var sentence) && sentence.ValueKind == JsonValueKind.String) return sentence.GetString()!;
        var year = answer.TryGetProperty("years", out var years) ? years.EnumerateArray().LastOrDefault(one => one.TryGetProperty("imports", out var flow) && flow.ValueKind == JsonValueKind.Object) : answer;
        if (year.ValueKind != JsonValueKind.Object) return $"{answer.Text("party")} on {answer.Text("on")}: no year of the span is held.";
        return $"{answer.Text("party")} on {answer.Text("on")}, {year.Year()}: exports {Shares(year, "exports")}; imports {Shares(year, "imports")}.";
    }

    public static string Points(JsonElement answer) => $"Ideal points ({answer.Text("method")}) from {Numbers.Whole(answer.GetProperty("votes").GetInt64())} votes: {Numbers.Whole(answer.GetProperty("points").GetArrayLength())} points with intervals.";

    public static string Votes(JsonElement answer)
    {
        if (answer.TryGetProperty("find", out var words)) return $"{Numbers.Whole(answer.GetProperty("votes").GetArrayLength())} votes shown with \"{words.GetString()}\" in the title.";
        var counts = answer.GetProperty("counts");
        return $"{answer.Text("symbol")} of {answer.Text("date")}, {answer.Text("title")}: {Count("yes")} yes, {Count("no")} no, {Count("abstain")} abstain, {Count("absent")} absent.";

        int Count(string vote) => counts.GetProperty(vote).GetInt32();
    }

    public static string Assessment(JsonElement answer)
    {
        var (computed, judgement) = (answer.GetProperty("computed"), answer.GetProperty("judgement"));
        return $"{answer.Text("verdict")} {Numbers.Whole(computed.GetProperty("draws").GetInt64())} draws, seed {computed.Text("seed")}.{(judgement.ValueKind == JsonValueKind.Object ? " How much is judgement stands in 'judgement', what the answer cannot say in 'caveats'." : string.Empty)}";
    }

    public static string Comparison(JsonElement answer) =>
        string.Join("; ", answer.GetProperty("strategies").EnumerateArray().Select(one => $"{one.Text("title")}: split {Numbers.Format(one.GetProperty("split").Real("mean") ?? double.NaN, Unit.Share)}, allies lost {Numbers.Decimals(one.GetProperty("allies_lost").Real("mean") ?? double.NaN, 1)}"))
        + ". Aims are not added up.";

    public static string Definitions(JsonElement answer)
    {
        var figures = answer.GetProperty("figures").EnumerateArray().ToList();
        return figures.Count == 1 ? $"{figures[0].Text("title")}: {figures[0].Text("description")} For example: {figures[0].Text("example")}." : $"{figures.Count} figures: {Listed(figures.Select(figure => figure.Text("name")))}.";
    }

    public static string Figure(JsonElement answer) => answer.Text("why_missing") is { Length: > 0 } why
        ? $"{answer.Text("label")}: missing. {why}"
        : $"{answer.Text("label")}: {answer.Text("shown")}{(answer.Text("reading") is { Length: > 0 } reading ? $" ({reading})" : string.Empty)}. {answer.GetProperty("alternatives").GetArrayLength()} other definitions are in 'alternatives'.";

    public static string Claims(JsonElement answer)
    {
        var counts = answer.GetProperty("counts").EnumerateObject().Where(count => count.Value.GetInt32() > 0).Select(count => $"{count.Value.GetInt32()} {count.Name.Replace('_', ' ')}");
        return $"{answer.Text("title")}: {Listed(counts)}. {string.Join("; ", answer.GetProperty("claims").EnumerateArray().Select(claim => $"{claim.Text("key")} {claim.Text("verdict").Replace('_', ' ')}"))}.";
    }

    public static string Holdings(JsonElement answer) => $"{answer.GetProperty("sources").GetArrayLength()} sources.";

    /// <summary>Where an answer comes from and what it rests on, in lines.</summary>
    public static string Provenance(JsonElement answer)
    {
        var provenance = answer.GetProperty("provenance");
        var sources = provenance.GetProperty("sources").EnumerateArray().Select(source => $"{source.Text("publisher")}, {source.Text("title")} ({source.Text("edition")})").ToList();
        var more = sources.Count - MostSources;
        return $"\nRests on: {provenance.GetProperty("coverage").Text("statement")}.\nSources: {string.Join("; ", sources.Take(MostSources))}{(more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {more} more in the answer") : string.Empty)}.";
    }

    private static string Shares(JsonElement year, string flow) => Listed(year.GetProperty(flow).GetProperty("shares").EnumerateArray().Select(share =>
        $"{Numbers.Format(share.Real("share") ?? double.NaN, Unit.Share)} {share.Text("denominator").Replace('_', ' ')}"));

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } text ? text : "none";

    private static string Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static double? Real(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static int Year(this JsonElement element) => element.GetProperty("year").GetInt32();
}
