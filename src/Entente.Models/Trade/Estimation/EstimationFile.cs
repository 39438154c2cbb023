using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Regression;
using Entente.World;

namespace Entente.Models.Trade.Estimation;

/// <summary>Reads the specification of a regression from a YAML file; its keys are described in docs/estimation.md.</summary>
/// <remarks>An error names file, line, column and field; of several, the first by position is told.</remarks>
public static class EstimationFile
{
    private const string Noun = "regression";
    private static readonly string[] ModelKeys = ["data", "where", "outcome", "family", "regressors", "effects", "weights", "offset", "errors", "convention", "singletons", "separation", "tolerance"];
    private static readonly string[] TopKeys = ["title", .. ModelKeys, "models"];
    private static readonly string[] VariantKeys = ["name", .. ModelKeys];

    private static readonly Dictionary<string, RegressionFamily> Families = new(StringComparer.Ordinal)
    {
        ["linear"] = RegressionFamily.Linear,
        ["poisson"] = RegressionFamily.Poisson,
        ["logit"] = RegressionFamily.Logit,
        ["cloglog"] = RegressionFamily.ComplementaryLogLog,
    };

    private static readonly Dictionary<string, SmallSample> Conventions = new(StringComparer.Ordinal)
    {
        ["fixest"] = SmallSample.Fixest,
        ["ppmlhdfe"] = SmallSample.Ppmlhdfe,
        ["none"] = SmallSample.None,
    };

    private static readonly Dictionary<string, SeparationCheck> Separations = new(StringComparer.Ordinal)
    {
        ["full"] = SeparationCheck.Full,
        ["effects"] = SeparationCheck.Effects,
        ["none"] = SeparationCheck.None,
    };

    private static readonly Dictionary<string, bool> Singletons = new(StringComparer.Ordinal) { ["drop"] = true, ["keep"] = false };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; a table is found relative to its folder.</param>
    /// <param name="table">A table that is used in place of those that the file names; <see langword="null"/> for those.</param>
    /// <exception cref="InvalidInputException">The file cannot be read or is wrong; the sentence says where and what to do.</exception>
    public static EstimationSpecification Read(string path, string? table = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(FileText.Read(path, Noun), path, table);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name or path of the file, for errors and to find the table.</param>
    /// <param name="table">A table that is used in place of those that the text names, which are then not looked at; <see langword="null"/> for those.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static EstimationSpecification Parse(string text, string fileName, string? table = null)
    {
        var (map, errors) = YamlRoot.Open(text, fileName, Noun, "outcome: trade", TopKeys);
        var title = map.Find("title") is { Value: YamlScalar { IsNothing: false } given } ? given.Text : Path.GetFileNameWithoutExtension(fileName);
        var models = ImmutableArray.CreateBuilder<ModelSpecification>();
        if (map.Find("models") is not { } list)
        {
            if (Model([map], title, fileName, table, errors) is { } only) models.Add(only);
        }
        else if (list.Value is not YamlList { Items.IsEmpty: false } variants)
        {
            errors.Add(list.Value, $"'models' must be a list of groups, each with what differs from the keys above, not {list.Value.Kind}.");
        }
        else
        {
            for (var i = 0; i < variants.Items.Length; i++)
            {
                if (variants.Items[i] is not YamlMap variant)
                {
                    errors.Add(variants.Items[i], $"each of 'models' must be a group of keys, not {variants.Items[i].Kind}.");
                    continue;
                }

                GroupReader.RefuseUnknownAndDuplicate(variant, string.Create(CultureInfo.InvariantCulture, $"models[{i + 1}]"), VariantKeys, "key", errors);
                var name = variant.Find("name") is { Value: YamlScalar { IsNothing: false } named } ? named.Text : string.Create(CultureInfo.InvariantCulture, $"({i + 1})");
                if (Model([variant, map], name, fileName, table, errors) is { } model) models.Add(model);
            }
        }

        errors.ThrowIfAny();
        return new EstimationSpecification(title, models.ToImmutable());
    }

    // In [cluster(a, b), hc1] YAML ends an item at every comma; one inside parentheses did not mean to.
    private static IEnumerable<YamlNode> Rejoined(ImmutableArray<YamlNode> nodes)
    {
        YamlScalar? open = null;
        foreach (var node in nodes)
        {
            if (node is not YamlScalar { IsQuoted: false } scalar)
            {
                if (open is not null) yield return open;
                open = null;
                yield return node;
                continue;
            }

            var joined = open is null ? scalar : new YamlScalar($"{open.Text}, {scalar.Text}", false, open.Start, scalar.End);
            open = joined.Text.AsSpan().Count('(') > joined.Text.AsSpan().Count(')') ? joined : null;
            if (open is null) yield return joined;
        }

        if (open is not null) yield return open;
    }

    // What a variant does not say, the keys above say.
    private static ModelSpecification? Model(ImmutableArray<YamlMap> groups, string name, string fileName, string? table, FileErrors errors)
    {
        YamlNode? Find(string key) => groups.Select(group => group.Find(key)?.Value).FirstOrDefault(value => value is not null);
        string? Text(string key)
        {
            switch (Find(key))
            {
                case null: return null;
                case YamlScalar { IsNothing: false } scalar: return scalar.Text;
                case var other:
                    errors.Add(other, $"'{key}' must be a text, not {other.Kind}.");
                    return null;
            }
        }

        T Choice<T>(string key, Dictionary<string, T> allowed, T otherwise)
        {
            if (Text(key) is not { } text) return otherwise;
            if (allowed.TryGetValue(text.ToLowerInvariant(), out var value)) return value;
            errors.Add(Find(key)!, $"'{key}' is '{text}'.{NearestWord.Hint(text, [.. allowed.Keys])}");
            return otherwise;
        }

        ImmutableArray<T> List<T>(string key, Func<string, T?> parse, Func<string, string> problem)
            where T : class
        {
            ImmutableArray<YamlNode> nodes = Find(key) switch { null => [], YamlList several => several.Items, var single => [single] };
            var items = ImmutableArray.CreateBuilder<T>();
            foreach (var node in Rejoined(nodes))
            {
                if (node is not YamlScalar { IsNothing: false } scalar) errors.Add(node, $"each of '{key}' must be a text, not {node.Kind}.");
                else if (parse(scalar.Text) is { } item) items.Add(item);
                else errors.Add(node, problem(scalar.Text));
            }

            return items.ToImmutable();
        }

        foreach (var key in table is null ? (string[])["data", "outcome"] : ["outcome"])
        {
            if (Find(key) is null) errors.AddMissing(groups[0], $"the key '{key}' is missing. Add it: {(key == "data" ? "the path of a CSV or Parquet file" : "the column to be explained")}.");
        }

        string? reason = null;
        var regressors = List("regressors", text => TermSyntax.Regressor(text, out reason), text => reason ?? text);
        var effects = List("effects", TermSyntax.Effect, text => $"the effect '{text}' is not understood. Write columns joined by ^, with [slope] for a slope as well or [[slope]] for a slope alone.");
        var kinds = List("errors", TermSyntax.Error, text => $"the standard errors '{text}' are not understood. Allowed: {TermSyntax.ErrorKinds}.");
        var options = RegressionOptions.Default with
        {
            SmallSample = Choice("convention", Conventions, SmallSample.Fixest),
            Separation = Choice("separation", Separations, SeparationCheck.Full),
            DropSingletons = Choice("singletons", Singletons, true),
        };
        if (Text("tolerance") is { } tolerance)
        {
            if (double.TryParse(tolerance, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1) options = options with { Tolerance = value };
            else errors.Add(Find("tolerance")!, $"'tolerance' is '{tolerance}': it must be a number between 0 and 1, such as 1e-8.");
        }

        var family = Choice("family", Families, RegressionFamily.Poisson);
        if ((table is null ? Text("data") : Path.GetFullPath(table)) is not { } data || Text("outcome") is not { } outcome) return null;
        return new ModelSpecification
        {
            Name = name,
            Data = Path.IsPathRooted(data) ? data : Path.Combine(Path.GetDirectoryName(fileName) ?? string.Empty, data),
            Where = Text("where") ?? string.Empty,
            Family = family,
            Outcome = TermSyntax.Named(outcome),
            Regressors = regressors,
            Effects = effects,
            Weights = Text("weights") is { } weights ? TermSyntax.Named(weights) : null,
            Offset = Text("offset") is { } offset ? TermSyntax.Named(offset) : null,
            Errors = kinds.IsEmpty ? [new ErrorTerm("hc1", [])] : kinds,
            Options = options,
        };
    }
}
